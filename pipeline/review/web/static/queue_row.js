// A record in the queue.

import { h } from "./dom.js";
import { moment, number, recordState, say } from "./say.js";

const UNSURE = 0.9;

export function row(one, address) {
  const title = one.title || one.name;
  return h(
    "li",
    { class: `row row-${one.state}` },
    h("span", { class: `state-bar bar-${one.state}`, title: recordState(one.state) }),
    h(
      "div",
      { class: "row-main" },
      h("p", { class: "row-title" }, h("a", { href: address }, title), one.documents > 1 ? h("span", { class: "more" }, say("documents", { count: one.documents })) : null),
      h("p", { class: "row-parties" }, one.parties.length ? one.parties.join(" · ") : h("span", { class: "soft" }, say("no-parties"))),
      h("p", { class: "row-file", title: one.address }, one.kind ? h("span", { class: "kind" }, say(`kind-${one.kind}`)) : null, folder(one), one.name),
    ),
    h("div", { class: "row-findings" }, findings(one)),
    h("div", { class: "row-state" }, h("span", { class: `chip-state chip-${one.state}` }, recordState(one.state)), h("span", { class: "soft" }, told(one))),
  );
}

function findings(one) {
  const found = ["error", "warning", "info"].filter((severity) => one.findings[severity]);
  const parts = found.map((severity) =>
    h("span", { class: `badge badge-${severity}` }, `${say(`severity-${severity}`)} ${number(one.findings[severity])}`),
  );
  if (typeof one.confidence === "number" && one.confidence < UNSURE) {
    parts.push(h("span", { class: "badge badge-unsure", title: say("lowest") }, `${say("sure")} ${Math.round(one.confidence * 100)}%`));
  }
  return parts.length ? parts : h("span", { class: "soft" }, say("no-findings"));
}

function told(one) {
  const parts = [];
  if (one.decisive !== null && one.state !== "signed") parts.push(`${number(one.decided)}/${number(one.decisive)}`);
  if (one.by) parts.push(`${one.by} ${moment(one.at)}`);
  return parts.join(" · ");
}

// The folder that a file lies in tells apart what is called the same.
function folder(one) {
  const above = one.address.slice(0, one.address.length - one.name.length).split(/[/\\]/u).filter((part) => part && part !== "!");
  return one.address.endsWith(one.name) && above.length ? h("span", { class: "folder" }, `${above.at(-1)} / `) : null;
}
