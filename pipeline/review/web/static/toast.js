// Short messages at the foot of the page, with one thing that can be done about them.

import { h, icon } from "./dom.js";
import { say } from "./say.js";

const SECONDS = 6;
const MOST = 3;

export function toast(message, { action = null, run = null, tone = "plain", seconds = SECONDS } = {}) {
  const place = document.getElementById("toasts");
  const box = h("div", { class: `toast toast-${tone}`, role: tone === "bad" ? "alert" : "status" }, h("span", {}, message));
  let timer = null;
  const close = () => {
    clearTimeout(timer);
    box.remove();
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(close, seconds * 1000);
  };
  if (action) {
    box.append(
      h("button", { type: "button", class: "toast-action", onclick: () => { close(); run(); } }, action),
    );
  }
  box.append(h("button", { type: "button", class: "toast-close", "aria-label": say("close"), onclick: close }, icon("close")));
  box.addEventListener("mouseenter", () => clearTimeout(timer));
  box.addEventListener("mouseleave", wait);
  box.addEventListener("focusin", () => clearTimeout(timer));
  box.addEventListener("focusout", wait);
  place.append(box);
  while (place.children.length > MOST) place.firstElementChild.remove();
  wait();
  return close;
}

export function trouble(error) {
  const stale = error && error.code === "stale";
  toast(error && error.message ? error.message : String(error), {
    tone: "bad",
    seconds: 12,
    action: stale ? say("reload") : null,
    run: () => location.reload(),
  });
}
