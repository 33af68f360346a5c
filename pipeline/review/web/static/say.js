// The words of the page, in the language that the server put into it.

const WORDS = JSON.parse(document.querySelector("meta[name=jiedui-words]").content);

export function say(key, values = {}) {
  const template = WORDS[key];
  if (template === undefined) return key;
  return template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function number(value) {
  return value.toLocaleString(document.documentElement.lang);
}

// The time of day where it is today's, else the day too.
export function moment(text) {
  if (!text) return "";
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return "";
  const now = new Date();
  const time = at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
  if (at.toDateString() === now.toDateString()) return time;
  const parts = { month: "numeric", day: "numeric" };
  if (at.getFullYear() !== now.getFullYear()) parts.year = "numeric";
  return `${at.toLocaleDateString(document.documentElement.lang, parts)} ${time}`;
}

// How an entry stands, and how far a record is: two lists, in which "open" means two things.
export function state(name) {
  return say(`state-${name}`);
}

export function recordState(name) {
  return say(`record-${name}`);
}
