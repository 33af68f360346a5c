// The source's own words, with a mark under what was read from them; a click on words chooses their entries, one after another.

import { get } from "./api.js";
import { fill, find, h } from "./dom.js";
import { entry, model, on, select } from "./model.js";
import { say } from "./say.js";
import { trouble } from "./toast.js";

const place = find("#text");
const AHEAD = 1200;
let drawn = null;
let loading = null;

on("view", draw);
on("select", ({ from }) => {
  mark();
  if (from !== "words") show();
});

// Pieces are drawn anew only where they are cut otherwise; states are changed in place.
function draw() {
  const { pieces, from } = model.view.text;
  const cut = JSON.stringify([model.view.content, from, pieces.map(([words, covering]) => [words.length, covering])]);
  if (cut !== drawn) {
    drawn = cut;
    let at = from;
    const spans = pieces.map(([words, covering]) => {
      const piece = h("span", { data: { at } }, words);
      at += [...words].length;
      if (covering.length) dress(piece, covering);
      return piece;
    });
    fill(place, ...spans, rest());
  }
  tint();
  mark();
}

function dress(piece, covering) {
  piece.className = "piece";
  piece.dataset.entries = covering.join(" ");
  piece.dataset.depth = Math.min(covering.length, 3);
}

function rest() {
  const { to, length } = model.view.text;
  if (to >= length) return null;
  return h("button", { type: "button", class: "button more-text", onclick: () => more() }, say("more-text", { count: (length - to).toLocaleString() }));
}

export function entriesOf(piece) {
  return (piece.dataset.entries || "").split(" ").filter(Boolean).map((at) => model.view.entries[Number(at)]).filter(Boolean);
}

function tint() {
  for (const piece of place.querySelectorAll(".piece")) {
    const entries = entriesOf(piece);
    const findings = entries.filter((one) => one.field === "findings" && one.state !== "dismissed");
    const open = findings.filter((one) => one.state === "open" || one.state === "conflict").map((one) => one.severity);
    piece.dataset.finding = ["error", "warning", "info"].find((severity) => open.includes(severity)) || (findings.length ? "decided" : "");
    piece.dataset.value = entries.some((one) => one.field !== "findings") ? "yes" : "";
    piece.dataset.open = entries.some((one) => one.state === "open" || one.state === "conflict") ? "yes" : "";
  }
}

function mark() {
  const at = model.target === null ? -1 : model.view.entries.findIndex((one) => one.target === model.target);
  for (const piece of place.querySelectorAll(".piece")) {
    const isOn = at >= 0 && piece.dataset.entries.split(" ").includes(String(at));
    piece.classList.toggle("chosen", isOn);
  }
}

export async function show() {
  const one = entry(model.target);
  if (one === null || !one.places.length) return;
  const wanted = Math.max(...one.places.map(([, end]) => end));
  while (model.view.text.to < wanted && model.view.text.to < model.view.text.length) {
    if (!(await more())) return;
  }
  const pieces = [...place.querySelectorAll(".piece.chosen")];
  if (!pieces.length || place.hidden) return;
  bring(pieces[0], pieces.at(-1));
  flash(pieces);
}

function bring(first, last) {
  const frame = find("#source-scroll");
  const box = frame.getBoundingClientRect();
  const top = first.getBoundingClientRect().top - box.top;
  const bottom = last.getBoundingClientRect().bottom - box.top;
  if (top >= 48 && bottom <= box.height - 48) return;
  // at once: a scroll on its way would carry past what the next key chooses
  frame.scrollTo({ top: frame.scrollTop + top - box.height / 3, behavior: "instant" });
}

export function flash(elements) {
  // who wants no motion sees a frame instead, which is of the last that was shown alone
  for (const before of document.querySelectorAll(".flash")) before.classList.remove("flash");
  for (const element of elements) {
    element.classList.remove("flash");
    void element.offsetWidth;
    element.classList.add("flash");
  }
}

async function more() {
  if (loading) return loading;
  loading = (async () => {
    const { to } = model.view.text;
    try {
      const text = await get(`/api/records/${model.number}/text?from=${to}`);
      const known = model.view.text;
      model.view.text = { ...known, to: text.to, pieces: known.pieces.concat(text.pieces) };
      draw();
      return text.to > to;
    } catch (error) {
      trouble(error);
      return false;
    } finally {
      loading = null;
    }
  })();
  return loading;
}

// Several entries may lie on one another: each further click chooses the next of them.
place.addEventListener("click", (event) => {
  if (!document.getSelection().isCollapsed) return;
  const piece = event.target.closest(".piece");
  if (piece === null) return;
  const entries = entriesOf(piece).sort((one, other) => width(one) - width(other));
  if (!entries.length) return;
  const at = entries.findIndex((one) => one.target === model.target);
  select(entries[(at + 1) % entries.length].target, { from: "words" });
  flash(place.querySelectorAll(".piece.chosen"));
});

function width(one) {
  return Math.min(...one.places.map(([start, end]) => end - start));
}

find("#source-scroll").addEventListener("scroll", (event) => {
  const frame = event.currentTarget;
  if (place.hidden || model.view === null || model.view.text.to >= model.view.text.length) return;
  if (frame.scrollTop + frame.clientHeight > frame.scrollHeight - AHEAD) more();
});
