// The form for a value: its parts as text, what they come to while one types, and the words that prove it.

import { post } from "./api.js";
import { h } from "./dom.js";
import { add, correct } from "./deciding.js";
import { closeForm, hasForm, openForm } from "./entries.js";
import { isComposing } from "./keys.js";
import { chosen, isFinding, model } from "./model.js";
import { say } from "./say.js";
import { handTo, wordsBetween } from "./selecting.js";
import { toast, trouble } from "./toast.js";

const WAIT = 220;

export function edit(one = chosen()) {
  if (one === null || hasForm()) return;
  if (isFinding(one)) {
    toast(say("findings-are-not-edited"));
    return;
  }
  if (!one.parts.length) {
    toast(say("add-by-words"));
    return;
  }
  open({ field: one.field, label: one.label, document: one.document ?? null, target: one.target, parts: one.parts, span: one.places[0] || null, save: (parts, span) => correct(one, parts, span) });
}

// Something that was missed, from the words that were selected: read once by the program, then corrected by hand.
export async function addFrom(what, span) {
  if (hasForm()) return;
  let parts = what.parts || [];
  try {
    const read = await post(`/api/records/${model.number}/typed`, { field: what.field, document: what.document, parts: null, span, target: what.target });
    if (read.parts) parts = read.parts;
  } catch (error) {
    trouble(error);
  }
  open({ ...what, label: say("new-of", { label: what.label }), target: null, parts, span, save: (given, from) => add(what, given, from) });
}

function open({ field, label, document: number, target, parts, span, save }) {
  let place = span;
  let changed = false;
  let timer = null;
  let asked = 0;
  let isSent = false;
  const preview = h("output", { class: "preview", "aria-live": "polite" });
  const quote = h("blockquote", { class: "words" }, span ? wordsBetween(...span) : say("select-words"));
  const rows = parts.map((part) => row(part, later));
  const form = h(
    "form",
    { class: "form", novalidate: true, "aria-label": label },
    target === null ? h("p", { class: "form-title" }, label) : null,
    h("div", { class: "parts" }, rows.map((one) => one.element)),
    preview,
    h("div", { class: "proof" }, h("span", { class: "label" }, say("words")), quote, h("span", { class: "soft" }, say("select-others"))),
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "act act-main" }, say("save"), h("kbd", {}, "Enter")),
      h("button", { type: "button", class: "act", onclick: closeForm }, say("cancel"), h("kbd", {}, "Esc")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isComposing(event)) event.preventDefault();
  });
  form.addEventListener("closing", () => {
    clearTimeout(timer);
    handTo(null);
  });
  handTo((chosenSpan) => {
    place = chosenSpan;
    changed = true;
    quote.textContent = wordsBetween(...chosenSpan);
    later();
  });
  openForm(form, target);
  look();

  function given() {
    return Object.fromEntries(rows.map((one) => [one.part, one.field.value]));
  }

  function later() {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  }

  // the answer to the last question alone is shown
  async function look() {
    asked += 1;
    const mine = asked;
    try {
      const answer = await post(`/api/records/${model.number}/typed`, { field, document: number, parts: given(), span: place, target });
      if (mine === asked) told(answer.problems || [], answer.shown);
    } catch (error) {
      if (mine === asked) told([{ part: null, message: error.message }], "");
    }
  }

  function told(problems, shown) {
    // an empty field is no mistake before somebody has been there
    const shownFor = (one) => isSent || one.isTouched() || one.field.value !== "";
    for (const one of rows) one.tell(shownFor(one) ? problems.filter((problem) => problem.part === one.part).map((problem) => problem.message) : []);
    const others = problems.filter((problem) => !rows.some((one) => one.part === problem.part)).map((problem) => problem.message);
    preview.className = problems.length ? "preview preview-bad" : "preview";
    preview.textContent = others.length ? others.join(" ") : problems.length ? "" : shown;
  }

  async function send() {
    if (!changed && target !== null) {
      closeForm();
      return;
    }
    clearTimeout(timer);
    asked += 1;
    isSent = true;
    const release = hold();
    const problems = await save(given(), place);
    release();
    if (problems === null) closeForm();
    else if (problems.length) {
      told(problems, "");
      rows.find((one) => problems.some((problem) => problem.part === one.part))?.field.focus();
    }
  }

  function hold() {
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    return () => {
      button.disabled = false;
    };
  }
}

function row(part, changed) {
  const id = `part-${part.part.replaceAll(/\W/g, "-")}`;
  const problem = h("span", { class: "problem", id: `${id}-problem` });
  const field = part.kind === "choice" ? choice(part, id) : h("input", { type: "text", id, class: "field", value: part.text ?? "", autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-problem` });
  let touched = false;
  field.addEventListener(part.kind === "choice" ? "change" : "input", () => {
    touched = true;
    changed();
  });
  return {
    part: part.part,
    field,
    isTouched: () => touched,
    element: h("div", { class: part.kind === "choice" ? "part part-choice" : "part" }, h("label", { htmlFor: id }, part.label), field, problem),
    tell(messages) {
      problem.textContent = messages.join(" ");
      field.setAttribute("aria-invalid", messages.length ? "true" : "false");
    },
  };
}

function choice(part, id) {
  const options = part.options.map(([value, label]) => h("option", { value, selected: value === (part.text ?? "") }, label));
  return h("select", { id, class: "field", "aria-describedby": `${id}-problem` }, options);
}
