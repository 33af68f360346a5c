// What was read, in groups, one entry of them chosen and unfolded.

import { fill, find, h } from "./dom.js";
import { card } from "./card.js";
import { empty, notes, section } from "./listing.js";
import { entry, model, on, select } from "./model.js";
import { moment, say } from "./say.js";

const place = find("#entries");
let form = null;

on("view", draw);
on("select", ({ from }) => {
  closeForm();
  draw();
  if (from !== "entries") bring();
});

export function draw() {
  // a form that is being filled in stays as it is
  if (form !== null) return;
  const isFocused = place.contains(document.activeElement);
  fill(place, reopened(), model.sections.map((one) => section(one, card)), notes(), empty());
  if (isFocused) cardOf(model.target)?.focus({ preventScroll: true });
}

function reopened() {
  const list = model.view.reopened || [];
  if (!list.length) return null;
  return h(
    "aside",
    { class: "reopened" },
    h("h3", {}, say("reopened-title")),
    h("p", { class: "soft" }, say("reopened-note")),
    h("ul", {}, list.map((one) => h("li", {}, h("b", {}, one.label), one.words ? h("q", {}, one.words) : null, h("span", { class: "soft" }, `${one.who} ${moment(one.at)}`)))),
  );
}

export function cardOf(target) {
  return [...place.querySelectorAll(".card")].find((one) => one.dataset.target === target) || null;
}

function bring() {
  const chosen = cardOf(model.target);
  if (chosen === null) return;
  chosen.scrollIntoView({ block: "nearest" });
  if (!isTypingElsewhere()) chosen.focus({ preventScroll: true });
}

function isTypingElsewhere() {
  const at = document.activeElement;
  return at !== null && at.matches("input, textarea, select");
}

// The form takes the place of the card's lower part, or stands above the entries for something new.
export function openForm(element, target) {
  closeForm();
  form = { element, target };
  const within = target === null ? null : cardOf(target);
  if (within === null) place.prepend(h("div", { class: "card card-new chosen" }, element));
  else {
    within.classList.add("edited");
    within.append(element);
  }
  element.querySelector("input, select, textarea")?.focus();
  element.scrollIntoView({ block: "nearest" });
}

export function closeForm() {
  if (form === null) return false;
  form.element.dispatchEvent(new Event("closing"));
  form = null;
  draw();
  const chosen = cardOf(model.target);
  if (chosen !== null) chosen.focus({ preventScroll: true });
  return true;
}

export function hasForm() {
  return form !== null;
}

place.addEventListener("click", (event) => {
  const at = event.target.closest(".card");
  if (at === null || at.dataset.target === undefined || event.target.closest("button, input, select, form")) return;
  if (!document.getSelection().isCollapsed) return;
  if (form === null) select(at.dataset.target, { from: "entries" });
});

place.addEventListener("focusin", (event) => {
  const at = event.target.closest(".card");
  if (at === null || form !== null || at.dataset.target === model.target || at.dataset.target === undefined) return;
  if (event.target === at && entry(at.dataset.target) !== null) select(at.dataset.target, { from: "entries" });
});
