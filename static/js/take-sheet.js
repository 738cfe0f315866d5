// Puts the sheet of the server's answer in place of the one shown: as a whole where lines were added, moved or
// removed, otherwise value by value. Keeps what was typed since, the focus, the open folds and the scroll position.
import { grow } from "./grow.js";
import { appendTo, begun, boxes, boxFor, form, named, refused, same, saved, sheet } from "./sheet.js";

const shape = (root) =>
  [...root.querySelectorAll("[data-item], [data-part], [data-conflict], .conflict, [name=unlocked]")]
    .map((node) => node.dataset.item ?? node.dataset.part ?? node.className + node.value)
    .concat(root.querySelectorAll(".sheet-name .sheet-problem").length)
    .join();

// Which lines a box with line breaks has become, in order: [name of the box, names of the boxes].
const broken = (next) =>
  (next.dataset.became ?? "")
    .split(" ")
    .filter(Boolean)
    .map((pair) => pair.split("="))
    .map(([key, keys]) => [`text-${key}`, keys.split(",").map((name) => `text-${name}`)]);

const linesOf = (text) => text.split("\n").filter((line) => line.trim());

// Spreads what was typed since over the lines a box has become; returns where the caret goes, if it was in the box.
const spread = (next, name, names, sentText) => {
  const box = named(sheet(), name);
  if (!box) return null;
  const now = linesOf(box.value);
  const then = linesOf(sentText);
  const last = names.length - 1;
  names.forEach((part, place) => {
    const made = named(next, part);
    const text = place < last ? (now[place] ?? "") : now.slice(last).join("\n");
    // With the spaces as they were typed; a bullet that was pasted is gone.
    if (text !== then[place] || same(text, made.value)) made.value = text;
    if (place === last && box.value.endsWith("\n")) made.value += "\n"; // one is about to write the line after it
  });
  if (box !== document.activeElement) return null;
  const above = box.value.slice(0, box.selectionStart).split("\n");
  const inLine = above.pop();
  const place = linesOf(above.join("\n")).length;
  const into = named(next, names[Math.min(place, last)]);
  if (place > last) return { name: into.name, at: into.value.length };
  const lost = Math.max(0, (now[place] ?? "").length - into.value.split("\n")[0].length); // a bullet it was pasted with
  return { name: into.name, at: Math.max(0, inLine.length - lost) };
};

export const takeSheet = (next, sent, action) => {
  const typedSince = new Map();
  let caret = null;
  const spreadOver = new Set();
  for (const [name, names] of broken(next)) {
    spreadOver.add(name);
    caret = spread(next, name, names, sent.get(name) ?? "") ?? caret;
  }
  for (const box of [...boxes(), ...begun()]) {
    if (spreadOver.has(box.name)) continue;
    const known = sent.get(box.name) ?? (box.dataset.new ? "" : (saved.get(box.name) ?? box.defaultValue));
    if (same(box.value, known)) continue;
    // Not sent yet: based on the words this page shows, whatever another window has saved meanwhile.
    const seen = sent.has(box.name) ? "" : box.dataset.seen;
    typedSince.set(box.name, { text: box.value, seen, part: box.closest("[data-part]")?.dataset.part });
    if (seen) named(next, box.name)?.setAttribute("data-seen", seen);
  }
  for (const box of boxes(next)) {
    if (box.closest(".sheet-bad, [data-conflict]")) {
      if (sent.has(box.name)) refused.set(box.name, sent.get(box.name));
      if (!saved.has(box.name)) saved.set(box.name, "");
    } else {
      saved.set(box.name, box.defaultValue);
      refused.delete(box.name);
    }
  }
  if (!action && shape(sheet()) === shape(next)) patch(next, typedSince);
  else swap(next, typedSince, action, caret);
  updateTools(next);
};

// Replaces the review's part of the page; keeps open folds, a reason begun, and the focus.
const reasons = (place) => [...place.querySelectorAll("[data-reason]")].filter((field) => field.value);
export const renew = (place, next) => {
  if (!next || place.innerHTML === next.innerHTML) return;
  const { activeElement: active } = document;
  const held = place.contains(active);
  const folds = [...place.querySelectorAll("details[open]")].map((fold) => fold.dataset.fold);
  const begunReasons = reasons(place);
  const caret = active.dataset?.reason && [active.selectionStart, active.selectionEnd];
  place.replaceChildren(...next.childNodes);
  for (const fold of place.querySelectorAll("details")) fold.open = folds.includes(fold.dataset.fold);
  putReasons(begunReasons);
  if (!held) return;
  const again = caret ? reasonLike(active) : active.id && document.getElementById(active.id);
  (again || place.querySelector("summary, a"))?.focus({ preventScroll: true });
  if (caret && again) again.setSelectionRange(...caret);
};
// The field of the same finding, even when its line reads differently now.
const reasonLike = ({ dataset }) => form.querySelector(`[data-about="${dataset.about}"]`);
const putReasons = (fields) => {
  for (const field of fields) {
    const next = reasonLike(field);
    if (next) next.value = field.value;
  }
};

const patch = (next, typedSince) => {
  sheet().querySelector("[name=revision]").value = next.querySelector("[name=revision]").value;
  sheet().querySelector("[name=seen]").value = next.querySelector("[name=seen]").value;
  for (const box of boxes(next)) {
    const mine = named(sheet(), box.name);
    mine.dataset.seen = box.dataset.seen;
    if (!typedSince.has(box.name) && !same(mine.value, box.value)) mine.value = box.value;
    const line = mine.closest("[data-item]");
    const other = box.closest("[data-item]");
    if (!line || !other) {
      const name = mine.closest(".sheet-name");
      if (name) name.className = box.closest(".sheet-name").className;
      continue;
    }
    line.className = other.className;
    line.querySelector("[data-reset]").hidden = other.querySelector("[data-reset]").hidden;
    line.querySelector("[data-problem]").textContent = other.querySelector("[data-problem]").textContent;
    line.querySelector("[data-problem]").hidden = other.querySelector("[data-problem]").hidden;
    renew(line.querySelector("[data-remarks]"), other.querySelector("[data-remarks]"));
    line.querySelector(".sheet-note").replaceChildren(...other.querySelector(".sheet-note").childNodes);
    for (const name of ["aria-invalid", "aria-describedby"]) {
      if (box.hasAttribute(name)) mine.setAttribute(name, box.getAttribute(name));
      else mine.removeAttribute(name);
    }
  }
  const shown = sheet().querySelector(":scope > .problems");
  const problems = next.querySelector(":scope > .problems");
  if (shown && problems) shown.replaceWith(problems);
  else if (problems) sheet().prepend(problems);
  else shown?.remove();
};

// Returns a selector that finds the same control on the next sheet: a tool beside a line by its line and title.
const selectorOf = (control) => {
  if (control.id) return `#${CSS.escape(control.id)}`;
  const line = control.closest("[data-item]");
  return line && control.title ? `#${CSS.escape(line.id)} [title="${control.title}"]` : null;
};

const swap = (next, typedSince, action, caret) => {
  const active = document.activeElement;
  const { selectionStart, selectionEnd } = active;
  const selector = selectorOf(active);
  const top = active.getBoundingClientRect().top;
  const folds = [...sheet().querySelectorAll("details[open]")].map((fold) => fold.dataset.fold);
  const begunReasons = reasons(sheet());
  sheet().replaceWith(next);
  putReasons(begunReasons);
  for (const fold of next.querySelectorAll("details")) fold.open = folds.includes(fold.dataset.fold);
  for (const [name, { text, seen, part }] of typedSince) {
    const mine = named(sheet(), name);
    if (mine) mine.value = text;
    else appendTo((!seen && named(sheet(), `new-${part}`)) || boxFor(name, seen), text);
  }
  [...boxes(), ...begun()].forEach(grow);
  if (caret) {
    const box = named(sheet(), caret.name);
    box.focus({ preventScroll: true });
    box.setSelectionRange(caret.at, caret.at);
    return;
  }
  const again = selector && form.querySelector(selector);
  if (again?.dataset.seen && same(again.value, active.value)) again.value = active.value; // with a line just opened
  const asked = /^(add|bring|remove|reset|unlock|send|place|part)/.test(action ?? "") || !again;
  const place = (asked && document.getElementById(next.dataset.focus)) || again;
  const target = place?.matches("li, section") ? place.querySelector("textarea, button") : place;
  if (!target || !form.contains(target)) return;
  target.focus({ preventScroll: true });
  if (target === again && target.matches("textarea")) target.setSelectionRange(selectionStart, selectionEnd);
  const now = target.getBoundingClientRect().top;
  if (next.contains(active) || active.isConnected === false) scrollBy(0, now - top);
};

// Undo and Redo, above the sheet. One that becomes disabled passes its focus to the other.
const updateTools = (next) => {
  for (const verb of ["undo", "redo"]) {
    const tool = document.getElementById(`do-${verb}`);
    const other = document.getElementById(verb === "undo" ? "do-redo" : "do-undo");
    const what = next.dataset[verb];
    const hadFocus = document.activeElement === tool;
    if (!what && hadFocus) other.disabled = false; // a disabled button cannot take the focus
    tool.disabled = !what;
    tool.title = what;
    tool.querySelector("[data-what]").textContent = ` ${what}`;
    if (hadFocus && tool.disabled) other.focus();
  }
};
