// Words wait in localStorage until the server has said that it has them. Those that it never got are offered again.
// Needs sheet.js.
const store = `words:${form.dataset.workshop}`;
const offer = form.querySelector("[data-offer]");
const inBox = ({ name, value, dataset }) => [name, { text: value, seen: dataset.seen, at: Date.now() }];

const remember = () => {
  const texts = [...offered, ...[...boxes().filter(unsaved), ...begun().filter((box) => box.value.trim())].map(inBox)];
  try {
    if (texts.length) localStorage.setItem(store, JSON.stringify(texts));
    else localStorage.removeItem(store);
  } catch {
    // No storage here (a private window, or full): the boxes still hold the words.
  }
};

const recall = () => {
  try {
    const kept = JSON.parse(localStorage.getItem(store)) ?? [];
    if (Array.isArray(kept)) return kept;
    // As they were kept at first.
    return Object.entries(kept.texts).map(([name, words]) => [name, { ...words, at: kept.at }]);
  } catch {
    return [];
  }
};

let offered = recall(); // [name of the box, { text, seen, at }]: more than one may be for the same box

const putBack = () => {
  const first = offered[0][0];
  const left = []; // what stood in a box unsaved makes room, and is offered in its turn
  for (const [name, { text, seen }] of offered) {
    const box = boxFor(name, seen);
    if (seen && unsaved(box)) left.push(inBox(box));
    if (seen) box.dataset.seen = seen;
    if (seen) box.value = text;
    else putWith(box, text);
    box.closest("details")?.setAttribute("open", "");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  showOffer(left);
  named(sheet(), first)?.focus();
};

const showOffer = (texts) => {
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
