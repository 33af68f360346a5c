// Dialogs: the keys, who is reviewing, and a question with one line to answer.

import { fill, h } from "./dom.js";
import { post } from "./api.js";
import { say } from "./say.js";
import { isComposing } from "./keys.js";
import { trouble } from "./toast.js";

export function dialog(title, content, { wide = false, onclose = null } = {}) {
  const box = h("dialog", { class: wide ? "dialog dialog-wide" : "dialog", "aria-labelledby": "dialog-title" });
  fill(box, h("h2", { id: "dialog-title" }, title), content);
  box.addEventListener("close", () => {
    box.remove();
    if (onclose) onclose();
  });
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  document.body.append(box);
  box.showModal();
  return box;
}

export function help(rows) {
  const list = h(
    "dl",
    { class: "keys" },
    rows.map(([keys, told]) => h("div", {}, h("dt", {}, keys.map((key) => h("kbd", {}, key))), h("dd", {}, told))),
  );
  const box = dialog(say("help-title"), [
    list,
    h("p", { class: "soft" }, say("help-note")),
    h("p", { class: "dialog-foot" }, h("button", { type: "button", class: "button", onclick: () => box.close() }, say("close"))),
  ], { wide: true });
}

// One line of text; the answer is null where the person thinks better of it.
export function ask(title, { hint = "", value = "", label = "", go = say("ok"), required = true, choices = [] } = {}) {
  return new Promise((resolve) => {
    let answer = null;
    const field = h("input", { type: "text", class: "field", value, "aria-label": label || title, maxlength: 500, autocomplete: "off" });
    const finish = () => {
      const told = field.value.trim();
      if (required && !told) {
        field.focus();
        return;
      }
      answer = told;
      box.close();
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !isComposing(event)) {
        event.preventDefault();
        finish();
      }
    });
    const chips = choices.map((choice) =>
      h("button", { type: "button", class: "chip", onclick: () => { field.value = choice; finish(); } }, choice),
    );
    const box = dialog(title, [
      hint ? h("p", { class: "soft" }, hint) : null,
      field,
      chips.length ? h("div", { class: "chips" }, chips) : null,
      h(
        "p",
        { class: "dialog-foot" },
        h("button", { type: "button", class: "button", onclick: () => box.close() }, say("cancel")),
        h("button", { type: "button", class: "button button-main", onclick: finish }, go),
      ),
    ], { onclose: () => resolve(answer) });
    field.focus();
    field.select();
  });
}

// Who decides: asked for once, kept by the browser.
export async function reviewer() {
  const here = document.body.dataset.reviewer;
  return here || changeReviewer();
}

export async function changeReviewer() {
  const name = await ask(say("name-title"), { hint: say("name-hint"), value: document.body.dataset.reviewer || "", label: say("name-label") });
  if (name === null) return null;
  try {
    const answer = await post("/api/name", { name });
    document.body.dataset.reviewer = answer.name;
    for (const place of document.querySelectorAll("[data-shows=reviewer]")) place.textContent = answer.name;
    return answer.name;
  } catch (error) {
    trouble(error);
    return null;
  }
}

export function chooseLanguage(lang) {
  document.cookie = `jiedui_lang=${lang}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
}
