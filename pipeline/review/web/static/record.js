// The page of a record: the source on the left, what was read on the right, and the keys.

import { get, post } from "./api.js";
import { changeReviewer, chooseLanguage, help, reviewer } from "./dialogs.js";
import { find, fill, h, icon } from "./dom.js";
import * as deciding from "./deciding.js";
import { closeForm, hasForm } from "./entries.js";
import { addFrom, edit } from "./editing.js";
import { listen } from "./keys.js";
import { chosen, entry, isFinding, isOpen, model, on, select, setView, step } from "./model.js";
import { moment, number, recordState, say } from "./say.js";
import { closeMenu, offerSelected, openMenu } from "./selecting.js";
import { openPages, showBox } from "./source_images.js";
import { show } from "./source_text.js";
import { toast, trouble } from "./toast.js";

const EVERY = 4000;
const KEPT = `jiedui-record-${model.number}`;
const filter = location.search;
let around = { previous: null, next: null };

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  a: deciding.accept,
  Enter: deciding.accept,
  e: () => edit(),
  x: deciding.reject,
  0: deciding.absent,
  n: deciding.note,
  N: deciding.noteOnRecord,
  u: () => deciding.undo("undo"),
  U: () => deciding.undo("redo"),
  S: deciding.sign,
  v: () => switchTo(find("#text").hidden ? "text" : "pages"),
  i: () => openMenu(addFrom) || toast(say("select-first")),
  g: () => location.assign(`/${filter}`),
  "]": () => go(around.next, "no-next"),
  "[": () => go(around.previous, "no-previous"),
  "?": () => help(HELP()),
  1: () => settle(0),
  2: () => settle(1),
  3: () => settle(2),
};

const HELP = () => [
  [["j", "k"], say("key-move")],
  [["Enter", "a"], say("key-accept")],
  [["e"], say("key-edit")],
  [["x"], say("key-reject")],
  [["0"], say("key-absent")],
  [["i"], say("key-add")],
  [["n", "N"], say("key-note")],
  [["u", "U"], say("key-undo")],
  [["1", "2"], say("key-settle")],
  [["S"], say("key-sign")],
  [["v"], say("key-switch")],
  [["]", "["], say("key-records")],
  [["g"], say("key-queue")],
  [["Esc"], say("key-escape")],
];

function settle(at) {
  const one = chosen();
  const decision = one && one.state === "conflict" ? one.decisions[at] : null;
  if (decision) deciding.settle(one, decision);
}

function go(to, otherwise) {
  if (to === null) toast(say(otherwise));
  else location.assign(`/records/${to}${filter}`);
}

async function switchTo(what) {
  const pages = what === "pages" && model.view.has_images;
  find("#text").hidden = pages;
  find("#pages").hidden = !pages;
  for (const button of document.querySelectorAll("[data-source]")) {
    button.setAttribute("aria-pressed", String((button.dataset.source === "pages") === pages));
  }
  localStorage.setItem("jiedui-source", pages ? "pages" : "text");
  if (pages) {
    await openPages();
    showBox();
  } else show();
}

function head() {
  const { view } = model;
  const { state: how, decided, decisive, by, at } = view.state;
  document.title = `${titleOf(view)} · ${say("app")}`;
  find("#title").textContent = titleOf(view);
  find("#file").textContent = [view.name !== titleOf(view) ? view.name : "", view.pages ? say("pages", { count: number(view.pages) }) : ""].filter(Boolean).join(" · ");
  find("#file").title = view.address || "";
  fill(find("#state"), h("span", { class: `chip-state chip-${how}` }, recordState(how)));
  const bar = find("#progress");
  bar.max = Math.max(decisive, 1);
  bar.value = decided;
  find("#decided").textContent = say("decided-of", { decided: number(decided), decisive: number(decisive) });
  foot(how, decided, decisive, by, at);
}

function foot(how, decided, decisive, by, at) {
  const open = model.view.entries.filter((one) => isFinding(one) && isOpen(one)).length;
  const conflicts = model.view.entries.filter((one) => one.state === "conflict").length;
  const place = find("#foot");
  if (how === "signed") {
    fill(
      place,
      h("p", { class: "foot-told foot-signed" }, icon("seal"), say("signed-by", { by: by || "", at: moment(at) })),
      h("button", { type: "button", class: "button", onclick: deciding.reopen }, say("reopen")),
      h("button", { type: "button", class: "button button-main", disabled: around.next === null, onclick: () => go(around.next, "no-next") }, say("next-record"), h("kbd", {}, "]")),
    );
    return;
  }
  const told = conflicts ? say("conflicts-left", { count: conflicts }) : open ? say("findings-left", { count: open }) : decided < decisive ? say("values-left", { count: decisive - decided }) : say("all-decided");
  fill(
    place,
    h("p", { class: "foot-told", role: "status" }, told),
    h("button", { type: "button", class: "button button-main", disabled: Boolean(open || conflicts), onclick: deciding.sign }, decided < decisive ? say("accept-all-sign") : say("sign"), h("kbd", {}, "S")),
  );
}

function titleOf(view) {
  return view.documents.find((one) => one.title)?.title || view.name || say("untitled");
}

async function neighbours() {
  try {
    around = await get(`/api/records/${model.number}/neighbours${filter}`);
  } catch {
    around = { previous: null, next: null, position: null, total: 0 };
  }
  find("#previous").disabled = around.previous === null;
  find("#next").disabled = around.next === null;
  find("#position").textContent = around.position ? `${number(around.position)} / ${number(around.total)}` : "";
  if (model.view) head();
}

// What others decide shows within seconds.
async function poll() {
  if (document.hidden || model.view === null) return;
  try {
    const answer = await get(`/api/records/${model.number}/log?after=${model.view.seen}`);
    const others = answer.entries.filter((one) => one.who !== document.body.dataset.reviewer && one.action !== "open");
    if (answer.entries.length && !hasForm()) setView(await get(`/api/records/${model.number}`));
    for (const one of others.slice(-2)) toast(say("others-decided", { who: one.who, what: one.told || "" }));
    find("#offline").hidden = true;
  } catch (error) {
    find("#offline").hidden = error.status !== 0;
  }
}

function keep() {
  const scroll = [find("#source-scroll").scrollTop, find("#entries-scroll").scrollTop];
  sessionStorage.setItem(KEPT, JSON.stringify({ target: model.target, scroll }));
}

function restore() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  if (kept && entry(kept.target)) {
    select(kept.target, { from: "words" });
    find("#source-scroll").scrollTop = kept.scroll[0];
    find("#entries-scroll").scrollTop = kept.scroll[1];
    return;
  }
  const first = model.order.find((target) => isOpen(entry(target))) ?? model.order[0];
  if (first !== undefined) select(first, { from: "keys" });
}

function escape() {
  if (hasForm()) closeForm();
  else if (!closeMenu()) document.getSelection().removeAllRanges();
}

async function start() {
  on("view", head);
  listen(KEYS, { escape });
  offerSelected(addFrom);
  for (const button of document.querySelectorAll("[data-source]")) button.addEventListener("click", () => switchTo(button.dataset.source));
  find("#previous").addEventListener("click", KEYS["["]);
  find("#next").addEventListener("click", KEYS["]"]);
  find("#undo").addEventListener("click", KEYS.u);
  find("#redo").addEventListener("click", KEYS.U);
  find("#help").addEventListener("click", KEYS["?"]);
  find("#reviewer").addEventListener("click", changeReviewer);
  find("#lang").addEventListener("click", (event) => chooseLanguage(event.currentTarget.dataset.lang));
  find("#back").href = `/${filter}`;
  addEventListener("pagehide", keep);
  try {
    const view = await get(`/api/records/${model.number}`);
    // the paper was read anew: what counts is the newest reading
    if (view.current !== null && view.current !== model.number) {
      location.replace(`/records/${view.current}${filter}`);
      return;
    }
    setView(view);
  } catch (error) {
    trouble(error);
    fill(find("#entries"), h("div", { class: "nothing" }, h("p", {}, error.message), h("p", {}, h("a", { href: "/" }, say("to-queue")))));
    return;
  }
  find("#switch").hidden = !model.view.has_images;
  if (localStorage.getItem("jiedui-source") === "pages" && model.view.has_images) await switchTo("pages");
  restore();
  document.body.dataset.ready = "yes";
  neighbours();
  setInterval(poll, EVERY);
  document.addEventListener("visibilitychange", poll);
  if ((await reviewer()) === null) return;
  try {
    await post(`/api/records/${model.number}/opened`);
  } catch {
    // that somebody looked is nice to know, no more
  }
}

start();
