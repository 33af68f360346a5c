// The reading view without a server: records stand in the page itself, and nothing can be decided.

import { face, history } from "./card_face.js";
import { fill, find, h } from "./dom.js";
import { listen } from "./keys.js";
import { empty, notes, section } from "./listing.js";
import { model, on, select, setView, step } from "./model.js";
import { number, recordState, say } from "./say.js";
import { show } from "./source_text.js";

const VIEWS = JSON.parse(find("#views").textContent);
const place = find("#entries");
const chooser = find("#records");
let at = 0;

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  "]": () => open(at + 1),
  "[": () => open(at - 1),
};

function draw() {
  fill(place, model.sections.map((one) => section(one, card)), notes(), empty());
}

function card(one) {
  return face(one, one.target === model.target, () => history(one));
}

function bring({ from }) {
  draw();
  const chosen = place.querySelector(".chosen");
  if (chosen === null || from === "entries") return;
  chosen.scrollIntoView({ block: "nearest" });
  chosen.focus({ preventScroll: true });
}

function titleOf(view) {
  return view.documents.find((one) => one.title)?.title || view.name || say("untitled");
}

function head() {
  const { view } = model;
  const { state, decided, decisive } = view.state;
  document.title = titleOf(view);
  find("#title").textContent = titleOf(view);
  find("#file").textContent = [view.name !== titleOf(view) ? view.name : "", view.pages ? say("pages", { count: number(view.pages) }) : ""].filter(Boolean).join(" · ");
  // what nobody has reviewed has no progress to tell of
  const isReviewed = state !== "open";
  fill(find("#state"), isReviewed ? h("span", { class: `chip-state chip-${state}` }, recordState(state)) : null);
  find("#decided").textContent = isReviewed ? say("decided-of", { decided: number(decided), decisive: number(decisive) }) : "";
  find("#position").textContent = VIEWS.length > 1 ? `${number(at + 1)} / ${number(VIEWS.length)}` : "";
  find("#previous").disabled = at === 0;
  find("#next").disabled = at === VIEWS.length - 1;
  chooser.value = String(at);
}

function open(which) {
  if (which < 0 || which >= VIEWS.length) return;
  at = which;
  // each record is its own: nothing of the one before stays
  model.view = null;
  model.target = null;
  setView(VIEWS[at]);
  find("#source-scroll").scrollTop = 0;
  find("#entries-scroll").scrollTop = 0;
  if (model.order.length) select(model.order[0], { from: "entries" });
  show();
}

on("view", () => {
  head();
  draw();
});
on("select", bring);
place.addEventListener("click", (event) => {
  const chosen = event.target.closest(".card");
  if (chosen !== null && document.getSelection().isCollapsed) {
    select(chosen.dataset.target, { from: "entries" });
    show();
  }
});
chooser.append(...VIEWS.map((view, which) => h("option", { value: String(which) }, titleOf(view))));
chooser.addEventListener("change", () => open(Number(chooser.value)));
find("#several").hidden = VIEWS.length < 2;
find("#previous").addEventListener("click", KEYS["["]);
find("#next").addEventListener("click", KEYS["]"]);
listen(KEYS);
open(0);
document.body.dataset.ready = "yes";
