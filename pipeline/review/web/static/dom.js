// Elements made by hand: what comes from records is set as text, never as markup.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "open", "tabIndex", "htmlFor", "type", "name", "href", "src", "alt"]);

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (PROPERTIES.has(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(4)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

export function fill(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

export function find(selector, within = document) {
  return within.querySelector(selector);
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  for (const line of PATHS[name] || PATHS.dot) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", line);
    svg.append(path);
  }
  return svg;
}

const PATHS = {
  open: ["M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z"],
  accepted: ["M3 8.5l3.2 3.2L13 4.8"],
  confirmed: ["M3 8.5l3.2 3.2L13 4.8"],
  corrected: ["M3 13l.8-3L10.6 3.2l2.2 2.2L6 12.2z", "M9 4.8l2.2 2.2"],
  rejected: ["M4 4l8 8", "M12 4l-8 8"],
  dismissed: ["M4 4l8 8", "M12 4l-8 8"],
  "not-stated": ["M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z", "M4.2 11.8l7.6-7.6"],
  added: ["M8 3.2v9.6", "M3.2 8h9.6"],
  conflict: ["M8 3.2v5.6", "M8 12v.6"],
  back: ["M10 3L5 8l5 5"],
  next: ["M6 3l5 5l-5 5"],
  undo: ["M6 3.5L3 6.5l3 3", "M3 6.5h6.2a3.3 3.3 0 0 1 0 6.6H6"],
  redo: ["M10 3.5l3 3l-3 3", "M13 6.5H6.8a3.3 3.3 0 0 0 0 6.6H10"],
  seal: ["M3.5 3.5h9v9h-9z", "M5.8 8.3l1.6 1.6l3-3.4"],
  note: ["M3 3.5h10v7H8l-3 2.6v-2.6H3z"],
  search: ["M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", "M10.2 10.2L13.2 13.2"],
  close: ["M4 4l8 8", "M12 4l-8 8"],
  dot: ["M8 7a1 1 0 1 1 0 2a1 1 0 1 1 0-2z"],
};
