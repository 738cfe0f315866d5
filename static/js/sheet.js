// The state of the workshop's page, <form data-workshop="posting">: its lines, the text of each that the server has,
// and the elements that show the owner whether it is saved.
export const form = document.querySelector("[data-workshop]");
export const saved = new Map(); // by name of the box: the text the server has
export const refused = new Map(); // by name of the box: the text the server refused

// A function, because a change of lines replaces the element.
export const sheet = () => form.querySelector("[data-sheet]");
export const boxes = (root = sheet()) => [...root.querySelectorAll("textarea[data-seen]")];
export const begun = (root = sheet()) => [...root.querySelectorAll("textarea[data-new]")];
export const named = (root, name) => root.querySelector(`textarea[name="${CSS.escape(name)}"]`);
// Returns the box for kept words. Where the line is gone, makes a hidden box to send them in: the server then asks what
// to do with them.
export const boxFor = (name, seen) => {
  const box = named(sheet(), name);
  if (box || !seen) return box ?? begun()[0];
  const hidden = document.createElement("textarea");
  Object.assign(hidden, { name, hidden: true });
  hidden.dataset.seen = seen;
  sheet().append(hidden);
  return hidden;
};
export const appendTo = (box, text) => {
  box.value = box.value.trim() ? `${box.value} ${text}` : text;
};

// Tidies as the server does: single spaces, and a line break only between two lines.
const tidy = (text) =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((part) => part.replace(/[ \t\v\f]+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
export const same = (one, other) => tidy(one) === tidy(other);
export const unsaved = (box) => !same(box.value, saved.get(box.name) ?? box.defaultValue);
// An emptied line is removed once it is left: whoever is in it may be about to write it anew.
export const held = (box) => !box.value.trim() && box === document.activeElement;
for (const box of boxes()) {
  // A page returned with a problem or a conflict holds words that are not saved.
  const bad = box.closest(".sheet-bad, [data-conflict]");
  saved.set(box.name, bad ? "" : box.defaultValue);
  if (bad) refused.set(box.name, box.value);
}

export const showState = (words, mood = "", ...more) => {
  const state = form.querySelector("[data-state]");
  if (state.textContent !== words || more.length) state.replaceChildren(words, ...more);
  state.dataset.mood = mood;
};

export const announce = (words) => {
  const announcer = form.querySelector("[data-announce]");
  announcer.textContent = "";
  requestAnimationFrame(() => (announcer.textContent = words));
};
