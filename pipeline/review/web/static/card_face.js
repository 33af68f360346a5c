// How an entry looks: its state, what was read, the words, who decided what. What can be done about it is another's.

import { h, icon } from "./dom.js";
import { isFinding, isOpen, model } from "./model.js";
import { moment, say, state } from "./say.js";

const UNSURE = 0.9;

// ``unfolded`` is what an entry shows beside when it is chosen.
export function face(one, isChosen, unfolded) {
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
      noted(one),
      isChosen ? unfolded(one) : null,
    ),
  );
}

function head(one) {
  return isFinding(one)
    ? [h("span", { class: `severity severity-${one.severity}` }, say(`severity-${one.severity}`)), h("span", { class: "label" }, one.label)]
    : [h("span", { class: "label" }, one.label)];
}

// What somebody noted of this entry, whether it has been decided or not.
function noted(one) {
  const notes = (model.view.notes || []).filter((each) => each.target === one.target);
  return notes.map((each) => h("p", { class: "card-note" }, icon("note"), each.note, h("span", { class: "soft" }, `${each.who} ${moment(each.at)}`)));
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

export function history(one) {
  const decisions = one.decisions || [];
  if (!decisions.length) return null;
  return h("ul", { class: "history" }, decisions.map((each) => h("li", {}, told(each))));
}

export function told(each) {
  return [
    h("b", {}, each.who),
    ` ${each.label}`,
    each.shown ? h("span", { class: "did" }, each.shown) : null,
    each.note ? h("span", { class: "did-note" }, each.note) : null,
    h("time", { class: "soft", datetime: each.at }, moment(each.at)),
  ];
}
