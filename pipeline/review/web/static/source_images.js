// The pages as they look, drawn by the server, with a box around what was read.

import { get } from "./api.js";
import { fill, find, h } from "./dom.js";
import { model, on, select } from "./model.js";
import { say } from "./say.js";
import { flash } from "./source_text.js";

const place = find("#pages");
let pages = null;
let watcher = null;

export async function openPages() {
  if (pages !== null) return pages.length > 0;
  fill(place, h("p", { class: "nothing" }, say("pages-loading")));
  try {
    const answer = await get(`/api/records/${model.number}/pages`);
    pages = answer.sizes || [];
    if (!pages.length) {
      nothing(answer.message || say("no-pages"));
      return false;
    }
  } catch (error) {
    pages = null;
    nothing(error.message);
    return false;
  }
  draw();
  return true;
}

function nothing(message) {
  fill(place, h("div", { class: "nothing" }, h("p", {}, message), h("p", { class: "soft" }, say("text-instead"))));
}

function draw() {
  if (watcher !== null) watcher.disconnect();
  watcher = new IntersectionObserver(
    (seen) => {
      for (const one of seen) if (one.isIntersecting) load(one.target);
    },
    { root: find("#source-scroll"), rootMargin: "400px 0px" },
  );
  fill(place, pages.map((size, at) => figure(size, at + 1)));
  for (const sheet of place.querySelectorAll(".sheet")) watcher.observe(sheet);
  boxes();
}

function figure(size, number) {
  const sheet = h("div", { class: "sheet", data: { page: number } });
  sheet.style.aspectRatio = size ? `${size[0]} / ${size[1]}` : "210 / 297";
  return h(
    "figure",
    { class: "page" },
    sheet,
    h("figcaption", {}, size ? say("page-of", { page: number, pages: pages.length }) : say("page-broken", { page: number })),
  );
}

function load(sheet) {
  watcher.unobserve(sheet);
  if (!pages[Number(sheet.dataset.page) - 1]) return;
  const width = Math.round(sheet.clientWidth * Math.min(window.devicePixelRatio || 1, 2));
  const image = h("img", { class: "sheet-image", alt: say("page-alt", { page: sheet.dataset.page }), draggable: "false" });
  image.addEventListener("error", () => {
    image.remove();
    sheet.prepend(h("p", { class: "nothing" }, say("page-failed", { page: sheet.dataset.page })));
  });
  image.src = `/api/records/${model.number}/pages/${sheet.dataset.page}.png?width=${width}`;
  sheet.prepend(image);
}

// Boxes are points from the page's upper left corner: in per cent they lie right at any size.
function boxes() {
  if (!pages || !pages.length) return;
  for (const box of place.querySelectorAll(".box")) box.remove();
  const drawn = new Map();
  for (const one of model.view.entries) {
    for (const [page, places] of one.marks || []) {
      for (const box of places) {
        const key = `${page} ${box.join(" ")}`;
        if (drawn.has(key)) drawn.get(key).push(one);
        else drawn.set(key, [one]);
      }
    }
  }
  for (const [key, entries] of drawn) {
    const [page, x0, top, x1, bottom] = key.split(" ").map(Number);
    const sheet = place.querySelector(`.sheet[data-page="${page}"]`);
    const size = pages[page - 1];
    if (!sheet || !size) continue;
    sheet.append(drawnBox(entries, [x0, top, x1, bottom], size));
  }
  mark();
}

function drawnBox(entries, [x0, top, x1, bottom], [width, height]) {
  const finding = entries.find((one) => one.field === "findings");
  const box = h("button", {
    type: "button",
    class: "box",
    tabIndex: -1,
    "aria-label": entries.map((one) => one.label).join("、"),
    data: { targets: JSON.stringify(entries.map((one) => one.target)), finding: finding ? finding.severity : "" },
    onclick: () => choose(entries),
  });
  const per = (part, whole) => `${(100 * part) / whole}%`;
  box.style.left = per(x0, width);
  box.style.top = per(top, height);
  box.style.width = per(x1 - x0, width);
  box.style.height = per(bottom - top, height);
  return box;
}

function choose(entries) {
  const at = entries.findIndex((one) => one.target === model.target);
  select(entries[(at + 1) % entries.length].target, { from: "boxes" });
}

function mark() {
  for (const box of place.querySelectorAll(".box")) {
    box.classList.toggle("chosen", JSON.parse(box.dataset.targets).includes(model.target));
  }
}

export function showBox() {
  const chosen = [...place.querySelectorAll(".box.chosen")];
  if (place.hidden || !chosen.length) return;
  const frame = find("#source-scroll");
  const outer = frame.getBoundingClientRect();
  const inner = chosen[0].getBoundingClientRect();
  if (inner.top < outer.top + 40 || inner.bottom > outer.bottom - 40) {
    frame.scrollTo({ top: frame.scrollTop + inner.top - outer.top - outer.height / 3, behavior: "instant" });
  }
  flash(chosen);
}

on("view", boxes);
on("select", ({ from }) => {
  mark();
  if (from !== "boxes") showBox();
});
