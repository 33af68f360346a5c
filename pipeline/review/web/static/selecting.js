// Words that a person selects in the text: their place in code points, and what can be made of them.

import { find, fill, h } from "./dom.js";
import { model } from "./model.js";
import { say } from "./say.js";

const place = find("#text");
const menu = find("#selected");
let taker = null;

// The place of the selection in the record's text, [start, end]; null where there is none.
export function selectedSpan() {
  const selection = document.getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!place.contains(range.commonAncestorContainer) && range.commonAncestorContainer !== place) return null;
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  return trimmed(start, end);
}

function trimmed(start, end) {
  const words = [...wordsBetween(start, end)];
  let before = 0;
  let after = 0;
  while (before < words.length && /\s/u.test(words[before])) before += 1;
  while (after < words.length - before && /\s/u.test(words[words.length - 1 - after])) after += 1;
  return before === words.length ? null : [start + before, end - after];
}

function offset(node, within) {
  if (node === place || !(node instanceof Text)) {
    const child = node.childNodes[within] || null;
    const piece = child instanceof Element && child.dataset.at !== undefined ? child : (child || node).parentElement?.closest("[data-at]");
    if (piece) return Number(piece.dataset.at);
    const last = [...place.querySelectorAll("[data-at]")].at(-1);
    return last ? Number(last.dataset.at) + [...last.textContent].length : null;
  }
  const piece = node.parentElement.closest("[data-at]");
  return piece === null ? null : Number(piece.dataset.at) + [...node.data.slice(0, within)].length;
}

export function wordsBetween(start, end) {
  let at = model.view.text.from;
  let words = "";
  for (const [piece] of model.view.text.pieces) {
    const points = [...piece];
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, points.length);
    if (from < to) words += points.slice(from, to).join("");
    at += points.length;
    if (at >= end) break;
  }
  return words;
}

// The words that a form is about stay marked while it is filled in, where the browser can do that beside the selection.
function markProof() {
  if (CSS.highlights) CSS.highlights.set("proof", new Highlight(document.getSelection().getRangeAt(0).cloneRange()));
}

// A form that is open may want the words; else they may become something new.
export function handTo(form) {
  taker = form;
  if (form === null && CSS.highlights) CSS.highlights.delete("proof");
}

function documentOf([start, end]) {
  const inside = model.view.documents.find((one) => one.start <= start && end <= one.end);
  return inside ? inside.number : model.view.documents.length ? model.view.documents[0].number : null;
}

export function offerSelected(choose) {
  document.addEventListener("selectionchange", () => {
    if (selectedSpan() === null && !menu.contains(document.activeElement)) menu.hidden = true;
  });
  document.addEventListener("pointerup", (event) => {
    if (!menu.contains(event.target)) setTimeout(() => offer(choose), 0);
  });
  document.addEventListener("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") offer(choose);
  });
}

function offer(choose) {
  const span = selectedSpan();
  if (span === null || model.view === null) {
    menu.hidden = true;
    return;
  }
  if (taker !== null) {
    markProof();
    taker(span);
    return;
  }
  fill(
    menu,
    h("p", { class: "menu-title" }, say("add-as")),
    h(
      "div",
      { class: "menu-items" },
      offered(span).map((one) =>
        h("button", { type: "button", class: "chip", onclick: () => { menu.hidden = true; markProof(); choose(one, span); } }, one.label),
      ),
    ),
  );
  menu.hidden = false;
  const words = document.getSelection().getRangeAt(0).getBoundingClientRect();
  const frame = menu.offsetParent.getBoundingClientRect();
  const left = Math.min(Math.max(words.left - frame.left, 8), frame.width - menu.offsetWidth - 8);
  const below = words.bottom - frame.top + 6;
  menu.style.left = `${Math.max(left, 8)}px`;
  menu.style.top = `${below + menu.offsetHeight > frame.height ? Math.max(words.top - frame.top - menu.offsetHeight - 6, 8) : below}px`;
}

function offered(span) {
  const inside = documentOf(span);
  return model.view.addable.filter((one) => one.document === inside);
}

// By key: the menu of what is selected, ready to be walked through.
export function openMenu(choose) {
  offer(choose);
  if (!menu.hidden) menu.querySelector("button")?.focus();
  return !menu.hidden;
}

export function closeMenu() {
  const was = !menu.hidden;
  menu.hidden = true;
  return was;
}
