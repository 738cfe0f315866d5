// Words are stored in localStorage until the server confirms that it has them. Those it never received are offered to
// the owner on the next visit.
import { announce, appendTo, begun, boxes, boxFor, form, named, same, sheet, unsaved } from "./sheet.js";

const store = `words:${form.dataset.workshop}`;
const offer = form.querySelector("[data-offer]");
const entry = ({ name, value, dataset }) => [name, { text: value, seen: dataset.seen, at: Date.now() }];

export const remember = () => {
  const texts = [...offered, ...[...boxes().filter(unsaved), ...begun()].filter((box) => box.value.trim()).map(entry)];
  try {
    if (texts.length) localStorage.setItem(store, JSON.stringify(texts));
    else localStorage.removeItem(store);
  } catch {
    // No storage (a private window, or full): the boxes still hold the words.
  }
};

const recall = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(store)) ?? [];
    if (Array.isArray(kept)) return kept;
    // The format of an earlier version of the portal.
    return Object.entries(kept.texts).map(([name, words]) => [name, { ...words, at: kept.at }]);
  } catch {
    return [];
  }
};

// [name of the box, { text, seen, at }]: several may belong to the same box.
export let offered = recall();

const putBack = () => {
  const first = offered[0][0];
  const left = []; // unsaved words that a box held before are offered in their turn
  for (const [name, { text, seen }] of offered) {
    const box = boxFor(name, seen);
    if (seen && unsaved(box)) left.push(entry(box));
    if (seen) box.dataset.seen = seen;
    if (seen) box.value = text;
    else appendTo(box, text);
    box.closest("details")?.setAttribute("open", "");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  showOffer(left);
  named(sheet(), first)?.focus();
};

export const showOffer = (texts) => {
  offered = texts.filter(([name, { text }], place) => {
    const box = named(sheet(), name);
    const once = texts.findIndex(([other, kept]) => other === name && same(kept.text, text)) === place;
    return once && !(box && same(box.value, text));
  });
  remember();
  offer.hidden = !offered.length;
  offer.replaceChildren();
  if (!offered.length) return;
  const words = document.createElement("p");
  const at = Math.max(...offered.map(([, kept]) => kept.at));
  const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  words.textContent = `Words you typed here (${when}) did not reach us. They are kept in this browser:`;
  const list = document.createElement("ul");
  for (const [, { text }] of offered) {
    const line = document.createElement("li");
    line.dir = "auto";
    line.textContent = text;
    list.append(line);
  }
  const back = button("Put them back", "btn btn-primary", putBack);
  const away = button("Throw them away", "btn btn-plain", () => {
    showOffer([]);
    announce("Thrown away.");
  });
  const actions = document.createElement("p");
  actions.className = "actions";
  actions.append(back, away);
  offer.append(words, list, actions);
  announce(words.textContent);
};

const button = (text, looks, press) => {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: looks, textContent: text });
  made.addEventListener("click", press);
  return made;
};
