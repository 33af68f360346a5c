// Keys, as long as nobody types: not in fields, not in dialogs, and never while an input method composes.

// held down, these go on; any other key is meant once
const REPEATED = new Set(["j", "k", "ArrowDown", "ArrowUp"]);
const FIELDS = "input, textarea, select, [contenteditable]";

export function isComposing(event) {
  // Safari ends the composition before the key; 229 is what all browsers say meanwhile
  return event.isComposing || event.keyCode === 229;
}

export function isTyping(target) {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

// table: {"j": (event) => …}; what is handled goes no further. Escape is handed on also from fields.
export function listen(table, { escape = null } = {}) {
  document.addEventListener("keydown", (event) => {
    if (isComposing(event) || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && escape) {
      escape(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "Enter" && event.target instanceof Element && event.target.closest("a[href], button, summary")) return;
    const handler = table[event.key];
    if (handler === undefined) return;
    event.preventDefault();
    if (event.repeat && !REPEATED.has(event.key)) return;
    handler(event);
  });
}
