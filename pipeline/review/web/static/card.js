// One entry: its state, what was read, the words; unfolded also what can be done, and who has decided what.

import { h, icon } from "./dom.js";
import { canBeAbsent, isFinding, isOpen } from "./model.js";
import { moment, say, state } from "./say.js";
import * as deciding from "./deciding.js";
import { edit } from "./editing.js";

const UNSURE = 0.9;

export function card(one, isChosen) {
  const kind = isFinding(one) ? `card-finding card-${one.severity}` : "card-value";
  return h(
    "article",
    {
      class: `card ${kind} is-${one.state}${isChosen ? " chosen" : ""}`,
      tabindex: isChosen ? "0" : "-1",
      "aria-current": isChosen ? "true" : null,
      "aria-label": `${one.label}：${one.shown || ""}，${state(one.state)}`,
      data: { target: one.target, field: one.field },
    },
    h("span", { class: `state state-${one.state}`, title: state(one.state) }, icon(one.state)),
    h(
      "div",
      { class: "card-main" },
      h("p", { class: "card-head" }, head(one), aside(one)),
      h("p", { class: "shown" }, one.shown || say(one.is_missing ? "not-stated" : "nothing-there")),
      one.was ? h("p", { class: "was" }, say("was"), h("del", {}, one.was)) : null,
      one.words && (isChosen || !(one.shown || "").includes(one.words)) ? h("blockquote", { class: "words" }, one.words.replaceAll(/\s*\n\s*/g, "")) : null,
      one.note ? h("p", { class: "card-note" }, icon("note"), one.note) : null,
      isChosen ? unfolded(one) : null,
    ),
  );
}

function head(one) {
  return isFinding(one)
    ? [h("span", { class: `severity severity-${one.severity}` }, say(`severity-${one.severity}`)), h("span", { class: "label" }, one.label)]
    : [h("span", { class: "label" }, one.label)];
}

function aside(one) {
  const parts = [];
  if (one.page) parts.push(h("span", {}, say("page", { page: one.page })));
  if (typeof one.confidence === "number" && one.confidence < UNSURE) {
    parts.push(h("span", { class: "unsure", title: say("confidence") }, `${Math.round(one.confidence * 100)}%`));
  }
  if (!isOpen(one) && one.by) parts.push(h("span", { class: "by" }, `${one.by} ${moment(one.at_time)}`));
  return parts.length ? h("span", { class: "aside" }, parts) : null;
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

function history(one) {
  const decisions = one.decisions || [];
  if (!decisions.length) return null;
  return h("ul", { class: "history" }, decisions.map((each) => h("li", {}, told(each))));
}

function told(each) {
  return [
    h("b", {}, each.who),
    ` ${each.label}`,
    each.shown ? h("span", { class: "did" }, each.shown) : null,
    each.note ? h("span", { class: "did-note" }, each.note) : null,
    h("time", { class: "soft", datetime: each.at }, moment(each.at)),
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
