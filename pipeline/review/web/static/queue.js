// The queue: which records there are, how far they are, and where to begin.

import { get } from "./api.js";
import { bulk } from "./bulk.js";
import { changeReviewer, chooseLanguage, help } from "./dialogs.js";
import { fill, find, h } from "./dom.js";
import { isComposing, listen } from "./keys.js";
import { row } from "./queue_row.js";
import { number, recordState, say } from "./say.js";
import { trouble } from "./toast.js";

const WAIT = 250;
const NAMES = ["state", "kind", "rule", "severity", "confidence", "source", "text", "order"];
const STATES = ["open", "started", "decided", "signed", "reopened", "conflict"];
const filter = new URLSearchParams(location.search);
const list = find("#rows");
let after = null;
let at = -1;
let asked = 0;
let timer = null;

function fields() {
  return NAMES.map((name) => find(`#filter-${name}`)).filter(Boolean);
}

function query() {
  const told = new URLSearchParams();
  for (const name of NAMES) if (filter.get(name)) told.set(name, filter.get(name));
  return told;
}

async function load(more = false) {
  asked += 1;
  const mine = asked;
  const wanted = query();
  if (more && after !== null) wanted.set("after", after);
  list.setAttribute("aria-busy", "true");
  try {
    const page = await get(`/api/queue?${wanted}`);
    if (mine !== asked) return;
    draw(page, more);
  } catch (error) {
    trouble(error);
  } finally {
    if (mine === asked) list.setAttribute("aria-busy", "false");
  }
}

function draw(page, more) {
  const rows = page.rows.map((one) => row(one, `/records/${one.number}${suffix()}`));
  if (more) list.append(...rows);
  else {
    fill(list, rows.length ? rows : empty());
    at = -1;
  }
  after = page.next;
  find("#more").hidden = after === null;
  find("#total").textContent = say("records", { count: number(page.total) });
  states(page.counts.state);
  choices("kind", page.counts.kind, (value) => say(`kind-${value}`));
  choices("severity", page.counts.severity, (value) => say(`severity-${value}`), ["error", "warning", "info"]);
  choices("rule", page.counts.rule, (value) => page.rules[value] || value);
  find("#clear").hidden = ![...query().keys()].some((name) => name !== "order");
  document.body.dataset.ready = "yes";
}

function suffix() {
  const told = query().toString();
  return told ? `?${told}` : "";
}

function empty() {
  const isFiltered = [...query().keys()].some((name) => name !== "order");
  return h(
    "li",
    { class: "nothing" },
    h("p", {}, isFiltered ? say("nothing-found") : say("nothing-stored")),
    h("p", { class: "soft" }, isFiltered ? say("nothing-found-note") : say("nothing-stored-note")),
    isFiltered ? h("button", { type: "button", class: "button", onclick: clear }, say("clear")) : h("code", {}, "jiedui batch …"),
  );
}

function states(counts) {
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const tab = (value, label, count) =>
    h(
      "button",
      { type: "button", class: "tab", "aria-pressed": String((filter.get("state") || "") === value), data: { state: value }, onclick: () => set("state", value) },
      h("span", { class: `tab-dot dot-${value || "all"}` }),
      label,
      h("span", { class: "count" }, number(count)),
    );
  fill(
    find("#states"),
    tab("", say("all"), all),
    STATES.filter((one) => counts[one] || filter.get("state") === one || one === "open" || one === "signed").map((one) => tab(one, recordState(one), counts[one] || 0)),
  );
  progress(counts, all);
}

function progress(counts, all) {
  const signed = counts.signed || 0;
  const share = all ? (100 * signed) / all : 0;
  find("#progress-told").textContent = say("signed-of", { signed: number(signed), all: number(all) });
  const bar = find("#progress");
  fill(
    bar,
    ["signed", "decided", "started", "reopened", "conflict"].map((one) => {
      const part = h("span", { class: `part-${one}` });
      part.style.width = all ? `${(100 * (counts[one] || 0)) / all}%` : "0";
      return part;
    }),
  );
  bar.setAttribute("aria-valuenow", String(Math.round(share)));
}

function choices(name, counts, label, order = null) {
  const select = find(`#filter-${name}`);
  const wanted = filter.get(name) || "";
  const values = Object.keys(counts);
  if (wanted && !values.includes(wanted)) values.push(wanted);
  values.sort(order ? (one, other) => order.indexOf(one) - order.indexOf(other) : (one, other) => (counts[other] || 0) - (counts[one] || 0));
  fill(
    select,
    h("option", { value: "" }, select.dataset.all),
    values.map((value) => h("option", { value, selected: value === wanted }, `${label(value)} ${number(counts[value] || 0)}`)),
  );
  select.value = wanted;
  select.classList.toggle("set", wanted !== "");
}

function set(name, value) {
  if (value) filter.set(name, value);
  else filter.delete(name);
  history.replaceState(null, "", `/${suffix()}`);
  find("#filter-source").classList.toggle("set", Boolean(filter.get("source")));
  load();
}

function clear() {
  for (const name of NAMES) if (name !== "order") filter.delete(name);
  for (const field of fields()) if (field.id !== "filter-order") field.value = "";
  history.replaceState(null, "", `/${suffix()}`);
  load();
}

function step(by) {
  const rows = [...list.querySelectorAll(".row")];
  if (!rows.length) return;
  at = Math.min(Math.max(at + by, 0), rows.length - 1);
  rows[at].querySelector("a").focus();
  rows[at].scrollIntoView({ block: "nearest" });
  if (at > rows.length - 5 && after !== null) load(true);
}

function start() {
  for (const field of fields()) {
    const name = field.id.replace("filter-", "");
    if (field.tagName === "INPUT") {
      field.value = filter.get(name) || "";
      field.addEventListener("input", (event) => {
        if (isComposing(event)) return;
        clearTimeout(timer);
        timer = setTimeout(() => set(name, field.value.trim()), WAIT);
      });
      field.addEventListener("compositionend", () => set(name, field.value.trim()));
      field.addEventListener("keydown", (event) => {
        if (event.key === "Escape") field.blur();
        if (event.key === "Enter" && !isComposing(event)) {
          clearTimeout(timer);
          set(name, field.value.trim());
          field.blur();
        }
      });
    } else {
      if (filter.get(name)) field.value = filter.get(name);
      field.addEventListener("change", () => set(name, field.value));
    }
  }
  list.addEventListener("focusin", (event) => {
    at = [...list.querySelectorAll(".row")].indexOf(event.target.closest(".row"));
  });
  listen({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => list.querySelector(".row a")?.click(),
    "/": () => find("#filter-text").focus(),
    b: openBulk,
    c: clear,
    "?": () => help(HELP()),
  });
  find("#more").addEventListener("click", () => load(true));
  find("#clear").addEventListener("click", clear);
  find("#bulk").addEventListener("click", openBulk);
  find("#help").addEventListener("click", () => help(HELP()));
  find("#reviewer").addEventListener("click", changeReviewer);
  find("#lang").addEventListener("click", (event) => chooseLanguage(event.currentTarget.dataset.lang));
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting) && after !== null && list.getAttribute("aria-busy") !== "true") load(true);
  }).observe(find("#more"));
  addEventListener("pageshow", (event) => {
    if (event.persisted) load();
  });
  load();
}

const HELP = () => [
  [["j", "k"], say("key-move-row")],
  [["Enter"], say("key-open")],
  [["/"], say("key-search")],
  [["b"], say("key-bulk")],
  [["c"], say("key-clear")],
  [["?"], say("key-help")],
];

function openBulk() {
  const rules = [...find("#filter-rule").options].filter((one) => one.value).map((one) => [one.value, one.textContent]);
  bulk(rules, Object.fromEntries(query()), () => load());
}

start();
