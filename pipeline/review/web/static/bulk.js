// One decision on all findings of a rule, in the records that the filter finds; what was passed over is told, and one press undoes it.

import { post } from "./api.js";
import { dialog, reviewer } from "./dialogs.js";
import { fill, h } from "./dom.js";
import { isComposing } from "./keys.js";
import { number, say } from "./say.js";
import { toast, trouble } from "./toast.js";

export async function bulk(rules, filter, done) {
  if (!rules.length) {
    toast(say("bulk-none"));
    return;
  }
  if ((await reviewer()) === null) return;
  const rule = h("select", { class: "field", id: "bulk-rule" }, rules.map(([value, label]) => h("option", { value, selected: value === filter.rule }, label)));
  const note = h("input", { type: "text", class: "field", id: "bulk-note", maxlength: 500, autocomplete: "off", placeholder: say("bulk-reason") });
  const confirm = choice("confirm", say("bulk-confirm"), true);
  const dismiss = choice("dismiss", say("bulk-dismiss"), false);
  const problem = h("p", { class: "problem", role: "alert" });
  const go = h("button", { type: "submit", class: "button button-main" }, say("bulk-go"));
  const form = h(
    "form",
    { class: "bulk" },
    h("label", { htmlFor: "bulk-rule" }, say("rule")),
    rule,
    h("fieldset", {}, h("legend", {}, say("bulk-what")), confirm, dismiss),
    h("label", { htmlFor: "bulk-note" }, say("reason")),
    note,
    h("p", { class: "soft" }, Object.keys(filter).some((name) => name !== "order") ? say("bulk-filtered") : say("bulk-all")),
    problem,
    h("p", { class: "dialog-foot" }, h("button", { type: "button", class: "button", onclick: () => box.close() }, say("cancel")), go),
  );
  const box = dialog(say("bulk-title"), form, { wide: true });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && isComposing(event)) event.preventDefault();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const action = form.querySelector("input[name=bulk-action]:checked").value;
    if (action === "dismiss" && !note.value.trim()) {
      problem.textContent = say("reason-needed");
      note.focus();
      return;
    }
    go.disabled = true;
    try {
      const { order: _, ...wanted } = filter;
      const answer = await post("/api/bulk", { rule: rule.value, action, note: note.value.trim() || null, filter: wanted });
      told(box, answer, done);
      done();
    } catch (error) {
      problem.textContent = error.message;
      go.disabled = false;
    }
  });
}

function choice(value, label, checked) {
  return h("label", { class: "radio" }, h("input", { type: "radio", name: "bulk-action", value, checked }), label);
}

function told(box, answer, done) {
  const undo = h("button", { type: "button", class: "button", onclick: () => takeBack(box, answer.bundle, done) }, say("undo"));
  fill(
    box,
    h("h2", { id: "dialog-title" }, say("bulk-done", { count: number(answer.done) })),
    answer.skipped.length
      ? [
          h("p", {}, say("bulk-skipped", { count: number(answer.skipped.length) })),
          h("ul", { class: "skipped" }, answer.skipped.map((one) => h("li", {}, h("a", { href: `/records/${one.number}` }, one.name), h("span", { class: "soft" }, one.why)))),
        ]
      : null,
    h("p", { class: "dialog-foot" }, answer.done ? undo : null, h("button", { type: "button", class: "button button-main", onclick: () => box.close() }, say("close"))),
  );
  box.querySelector("button")?.focus();
}

async function takeBack(box, bundle, done) {
  try {
    await post("/api/undo", { bundle });
    toast(say("undone"));
    done();
  } catch (error) {
    trouble(error);
  }
  box.close();
}
