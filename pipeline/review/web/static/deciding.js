// Decisions: what a key or a button means, sent in the order in which it was pressed.

import { post, Refused } from "./api.js";
import { ask, reviewer } from "./dialogs.js";
import { canBeAbsent, chosen, isFinding, isOpen, model, nextOpen, select, setView, tell } from "./model.js";
import { say, state } from "./say.js";
import { toast, trouble } from "./toast.js";

let line = Promise.resolve();
const SHOWN = { accept: "accepted", reject: "rejected", absent: "not-stated", confirm: "confirmed", dismiss: "dismissed" };

// One after another: each answer brings the view that the next decision is about.
function inTurn(work) {
  const done = line.then(work, work);
  line = done.catch(() => undefined);
  return done;
}

async function sent(path, body) {
  return inTurn(async () => {
    const answer = await post(`/api/records/${model.number}/${path}`, body);
    setView(answer.view);
    return answer;
  });
}

function about(one, action, more = {}) {
  return { action, target: one.target, field: one.field, document: one.document ?? null, parts: null, span: null, note: null, ...more };
}

export async function decide(decisions) {
  if ((await reviewer()) === null) return false;
  try {
    await sent("decisions", { seen: model.view.seen, decisions });
    return true;
  } catch (error) {
    trouble(error);
    if (error instanceof Refused && error.status !== 0) await reload();
    return false;
  }
}

export async function reload() {
  const { get } = await import("./api.js");
  try {
    setView(await get(`/api/records/${model.number}`));
  } catch (error) {
    trouble(error);
  }
}

// Shown at once, and the next open entry is chosen, before the server has answered.
function goOn(one, action) {
  const at = model.order.indexOf(one.target);
  one.state = SHOWN[action] || one.state;
  const next = nextOpen(at);
  tell("view");
  if (next !== null) select(next, { from: "keys" });
  else select(one.target, { from: "keys" });
}

// What takes something away can be taken back by a click, too.
function undoable(one, how) {
  toast(`${one.label} · ${state(how)}`, { action: say("undo"), run: () => undo() });
}

export async function accept() {
  const one = chosen();
  if (one === null) return;
  if ((await reviewer()) === null) return;
  if (one.state === "conflict") {
    toast(say("settle-first"));
    return;
  }
  const action = isFinding(one) ? "confirm" : one.is_missing ? "absent" : "accept";
  goOn(one, action);
  await decide([about(one, action)]);
}

export async function reject() {
  const one = chosen();
  if (one === null) return;
  if (!isFinding(one)) {
    if ((await reviewer()) === null) return;
    goOn(one, "reject");
    if (await decide([about(one, "reject")])) undoable(one, "rejected");
    return;
  }
  const note = await ask(say("dismiss-title", { label: one.label }), {
    hint: one.shown,
    label: say("reason"),
    go: say("dismiss"),
    choices: [say("reason-intended"), say("reason-misread"), say("reason-elsewhere")],
  });
  if (note === null || (await reviewer()) === null) return;
  goOn(one, "dismiss");
  if (await decide([about(one, "dismiss", { note })])) undoable(one, "dismissed");
}

export async function absent() {
  const one = chosen();
  if (one === null || isFinding(one)) return;
  if (!canBeAbsent(one)) {
    toast(say("not-absent"));
    return;
  }
  if ((await reviewer()) === null) return;
  goOn(one, "absent");
  if (await decide([about(one, "absent")])) undoable(one, "not-stated");
}

export async function note() {
  const one = chosen();
  if (one === null) return;
  const told = await ask(say("note-title", { label: one.label }), { hint: one.shown || "", label: say("note"), value: "" });
  if (told !== null) await decide([about(one, "note", { note: told })]);
}

export async function noteOnRecord() {
  const told = await ask(say("record-note-title"), { label: say("note") });
  if (told !== null) await decide([{ action: "note", target: "", field: null, document: null, parts: null, span: null, note: told }]);
}

export async function settle(one, chosenDecision) {
  if (await decide([about(one, "settle", { becomes: chosenDecision.outcome })])) toast(say("settled"));
}

export async function correct(one, parts, span) {
  return decided([about(one, "correct", { parts, span })]);
}

// ``what`` as the view offers it: another item of a list, or a single value that is not there yet.
export async function add(what, parts, span) {
  return decided([{ action: what.action, target: what.target, field: what.field, document: what.document, parts, span, note: null }]);
}

// As decide, but what cannot be understood goes back to the form.
async function decided(decisions) {
  if ((await reviewer()) === null) return [];
  try {
    await sent("decisions", { seen: model.view.seen, decisions });
    return null;
  } catch (error) {
    if (error instanceof Refused && error.problems.length) return error.problems;
    trouble(error);
    return [];
  }
}

export async function undo(path = "undo") {
  if ((await reviewer()) === null) return;
  try {
    const answer = await sent(path, {});
    toast(answer.done === false ? say(`nothing-to-${path}`) : say(path === "undo" ? "undone" : "redone"));
  } catch (error) {
    if (error instanceof Refused && error.status === 409) toast(say(`nothing-to-${path}`));
    else trouble(error);
  }
}

// Accept every value that is open, and sign; findings are decided one by one.
export async function sign() {
  const entries = model.view.entries;
  const open = entries.filter((one) => isFinding(one) && isOpen(one));
  const conflicts = entries.filter((one) => one.state === "conflict");
  if (open.length || conflicts.length) {
    const first = model.order.find((target) => open.concat(conflicts).some((one) => one.target === target));
    select(first, { from: "keys" });
    toast(open.length ? say("findings-open", { count: open.length }) : say("settle-first"), { tone: "warn" });
    return;
  }
  if (model.view.state.state === "signed") {
    toast(say("already-signed", { by: model.view.state.by || "" }));
    return;
  }
  const left = entries.filter((one) => one.state === "open" && one.is_decisive).length;
  if (await decide([{ action: "sign-off", target: "", field: null, document: null, parts: null, span: null, note: null }])) {
    toast(say(left ? "signed-with" : "signed", { count: left }), { action: say("undo"), run: () => undo() });
  }
}

export async function reopen() {
  await decide([{ action: "reopen", target: "", field: null, document: null, parts: null, span: null, note: null }]);
}
