// <form data-workshop="posting">: its lines, what the server has of each, and where the owner is told of it.
// The other scripts of the page build on this one.
const form = document.querySelector("[data-workshop]");
const saved = new Map(); // by name of the box: the text the server has
const refused = new Map(); // by name: the text it would not take

const sheet = () => form.querySelector("[data-sheet]"); // another one after each change of its lines
const boxes = (root = sheet()) => [...root.querySelectorAll("textarea[data-seen]")];
const begun = (root = sheet()) => [...root.querySelectorAll("textarea[data-new]")];
const named = (root, name) => root.querySelector(`textarea[name="${CSS.escape(name)}"]`);
// The box of these words. Where its line is gone one out of sight sends them: the server asks what to do with them.
const boxFor = (name, seen) => {
  const box = named(sheet(), name);
  if (box || !seen) return box ?? begun()[0];
  const unseen = document.createElement("textarea");
  Object.assign(unseen, { name, hidden: true });
  unseen.dataset.seen = seen;
  sheet().append(unseen);
  return unseen;
};
const putWith = (box, text) => {
  box.value = box.value.trim() ? `${box.value} ${text}` : text;
};

// As the server tidies: one line, single spaces.
const tidy = (text) =>
  text.split(/\r\n|[\r\n\u2028\u2029]/).map((part) => part.replace(/[ \t\v\f]+/g, " ").trim()).filter(Boolean).join(" ");
const same = (one, other) => tidy(one) === tidy(other);
const unsaved = (box) => !same(box.value, saved.get(box.name) ?? box.defaultValue);
for (const box of boxes()) {
  // A page that came back with something to settle holds words that are not saved.
  const bad = box.closest(".sheet-bad, [data-conflict]");
  saved.set(box.name, bad ? "" : box.defaultValue);
  if (bad) refused.set(box.name, box.value);
}

const say = (words, mood = "", ...more) => {
  const state = form.querySelector("[data-state]");
  if (state.textContent !== words || more.length) state.replaceChildren(words, ...more);
  state.dataset.mood = mood;
};

const announce = (words) => {
  const announcer = form.querySelector("[data-announce]");
  announcer.textContent = "";
  requestAnimationFrame(() => (announcer.textContent = words));
};

// Boxes grow with their words, where the style sheet cannot do it.
const growsAlone = CSS.supports("field-sizing", "content");
const grow = (box) => {
  if (growsAlone) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
};
