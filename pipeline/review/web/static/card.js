// One entry: how it looks, and, unfolded, what can be done about it.

import { face, history, told } from "./card_face.js";
import { h } from "./dom.js";
import { canBeAbsent, isFinding } from "./model.js";
import { say } from "./say.js";
import * as deciding from "./deciding.js";
import { edit } from "./editing.js";

export function card(one, isChosen) {
  return face(one, isChosen, unfolded);
}

function unfolded(one) {
  return [one.state === "conflict" ? conflict(one) : history(one), h("div", { class: "actions" }, actions(one))];
}

function actions(one) {
  const does = (key, told, run, more = "") =>
    h("button", { type: "button", class: `act ${more}`, onclick: run }, told, h("kbd", {}, key));
  if (isFinding(one)) {
    return [
      one.state === "conflict" ? null : does("a", say("confirm"), deciding.accept, "act-main"),
      does("x", say("dismiss"), deciding.reject),
      does("n", say("note"), deciding.note),
    ];
  }
  return [
    one.state === "conflict" ? null : does("a", one.is_missing ? say("accept-absent") : say("accept"), deciding.accept, "act-main"),
    one.parts.length ? does("e", one.is_missing ? say("fill-in") : say("edit"), () => edit(one)) : null,
    one.is_missing ? null : does("x", say("reject"), deciding.reject),
    canBeAbsent(one) && !one.is_missing ? does("0", say("absent"), deciding.absent) : null,
    does("n", say("note"), deciding.note),
  ];
}

function conflict(one) {
  return h(
    "div",
    { class: "conflict", role: "group", "aria-label": say("conflict-title") },
    h("p", { class: "conflict-title" }, say("conflict-title")),
    (one.decisions || []).map((each, at) =>
      h(
        "button",
        { type: "button", class: "choice", onclick: () => deciding.settle(one, each) },
        h("kbd", {}, String(at + 1)),
        h("span", { class: "choice-told" }, told(each)),
        h("span", { class: "choice-go" }, say("settle-so")),
      ),
    ),
  );
}
