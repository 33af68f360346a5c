// What the page knows of its record: the view that the server gave, which entry is chosen, and who wants to hear of it.

const listeners = { view: [], select: [], text: [] };

export const model = {
  number: Number(document.body.dataset.number),
  view: null,
  target: null,
  sections: [],
  order: [],
};

export function on(event, listener) {
  listeners[event].push(listener);
}

export function tell(event, detail = {}) {
  for (const listener of listeners[event]) listener(detail);
}

export function entry(target) {
  return model.view ? model.view.entries.find((one) => one.target === target) || null : null;
}

export function chosen() {
  return model.target === null ? null : entry(model.target);
}

export function isOpen(one) {
  return one.state === "open" || one.state === "conflict";
}

export function isFinding(one) {
  return one.field === "findings";
}

// Of an item in a list it cannot be said that the paper does not state it: it is there, or was misread.
export function canBeAbsent(one) {
  return !isFinding(one) && !/\/(\d+|\+[0-9a-f]{8})$/.test(one.target);
}

// Take in a new view. The chosen entry stays chosen; where it is gone, the one that stands at its place is.
export function setView(view) {
  const before = model.order.indexOf(model.target);
  const text = model.view && model.view.text.from <= view.text.from && model.view.text.to > view.text.to ? null : view.text;
  model.view = text ? view : { ...view, text: model.view.text };
  model.sections = sectionsOf(view);
  model.order = model.sections.flatMap((section) => section.groups.flatMap((group) => group.entries.map((one) => one.target)));
  if (model.target !== null && !model.order.includes(model.target)) {
    model.target = model.order[Math.min(Math.max(before, 0), model.order.length - 1)] ?? null;
  }
  tell("view");
}

// The groups of each document, in the order of the view; what is said of the file comes first.
function sectionsOf(view) {
  const sections = [{ document: null, groups: [] }, ...view.documents.map((document) => ({ document, groups: [] }))];
  for (const group of view.groups) {
    for (const section of sections) {
      const number = section.document === null ? null : section.document.number;
      const entries = group.entries.map((at) => view.entries[at]).filter((one) => (one.document ?? null) === number);
      if (entries.length) section.groups.push({ name: group.name, label: group.label, entries });
    }
  }
  return sections.filter((section) => section.groups.length || section.document !== null);
}

export function select(target, detail = {}) {
  if (target === null || !model.order.includes(target)) return;
  model.target = target;
  tell("select", detail);
}

export function step(by) {
  if (!model.order.length) return;
  const at = model.order.indexOf(model.target);
  const next = at < 0 ? (by > 0 ? 0 : model.order.length - 1) : Math.min(Math.max(at + by, 0), model.order.length - 1);
  select(model.order[next], { from: "keys" });
}

// The next entry that nobody has decided, behind a place in the order; from the beginning again where there is none.
export function nextOpen(after, wanted = () => true) {
  const places = [...model.order.keys()];
  const turned = [...places.slice(after + 1), ...places.slice(0, after + 1)];
  const at = turned.find((place) => {
    const one = entry(model.order[place]);
    return one !== null && isOpen(one) && one.is_decisive && wanted(one);
  });
  return at === undefined ? null : model.order[at];
}
