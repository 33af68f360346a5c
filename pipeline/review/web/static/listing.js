// What was read, under its headings; ``card`` draws one entry.

import { h, icon } from "./dom.js";
import { entry, isOpen, model } from "./model.js";
import { moment, say } from "./say.js";

export function section({ document: paper, groups }, card) {
  const many = model.view.documents.length > 1;
  return h(
    "section",
    { class: "paper" },
    paper !== null && many ? h("h2", { class: "paper-title" }, paper.title || say("untitled")) : null,
    groups.map((group) =>
      h(
        "section",
        { class: `group group-${group.name}`, "aria-label": group.label },
        h("h3", { class: "group-title" }, group.label, h("span", { class: "count" }, progress(group.entries))),
        h("div", { class: "cards" }, group.entries.map((one) => card(one, one.target === model.target))),
      ),
    ),
  );
}

function progress(entries) {
  // where nothing can be decided, and nothing was, there is no progress
  if (document.body.dataset.reading && model.view.state.state === "open") return String(entries.length);
  const open = entries.filter((one) => isOpen(one)).length;
  return open ? `${entries.length - open}/${entries.length}` : String(entries.length);
}

// What was noted of the record as a whole, or of an entry that is gone; the others stand at their entries.
export function notes() {
  const list = (model.view.notes || []).filter((one) => entry(one.target) === null);
  if (!list.length) return null;
  return h(
    "section",
    { class: "group" },
    h("h3", { class: "group-title" }, say("notes")),
    h("ul", { class: "notes" }, list.map((one) => h("li", {}, icon("note"), h("span", {}, one.note), h("span", { class: "soft" }, `${one.who} ${moment(one.at)}`)))),
  );
}

export function empty() {
  if (model.order.length) return null;
  const { status, message } = model.view.outcome;
  const isRead = status === "read" || status === "needs-review";
  return h("div", { class: "nothing" }, h("p", {}, isRead ? say("no-entries") : message || say("unread")), h("p", { class: "soft" }, isRead ? say("no-entries-note") : ""));
}
