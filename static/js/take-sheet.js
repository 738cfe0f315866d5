// The sheet the server answers with takes the place of the one shown: whole where its lines changed, else word by word.
// What was typed since, the focus, the folds and the place on the screen stay. Needs sheet.js.
const shape = (root) =>
  [...root.querySelectorAll("[data-item], [data-part], [data-conflict], .conflict, [name=unlocked]")]
    .map((node) => node.dataset.item ?? node.dataset.part ?? node.className + node.value)
    .join();

const take = (next, sent, action) => {
  const typedSince = new Map();
  for (const box of [...boxes(), ...begun()]) {
    const known = sent.get(box.name) ?? (box.dataset.new ? "" : saved.get(box.name) ?? box.defaultValue);
    if (same(box.value, known)) continue;
    // Not sent yet: written upon the words this page shows, whatever another window has made of them meanwhile.
    const seen = sent.has(box.name) ? "" : box.dataset.seen;
    typedSince.set(box.name, { text: box.value, seen });
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
  if (!action && shape(sheet()) === shape(next)) patch(next, typedSince, sent);
  else swap(next, typedSince, action);
  tools(next);
  if (next.dataset.note) announce(next.dataset.note);
};

// What the review says now; a fold being read stays open, a reason begun is kept, and so is the focus.
const reasons = (place) => [...place.querySelectorAll("[data-reason]")].filter((field) => field.value);
const renew = (place, next) => {
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
// Of the same finding, though its line reads otherwise now.
const reasonLike = ({ dataset }) => form.querySelector(`[data-about="${dataset.about}"]`);
const putReasons = (fields) => {
  for (const field of fields) {
    const next = reasonLike(field);
    if (next) next.value = field.value;
  }
};

const patch = (next, typedSince, sent) => {
  sheet().querySelector("[name=revision]").value = next.querySelector("[name=revision]").value;
  sheet().querySelector("[name=seen]").value = next.querySelector("[name=seen]").value;
  for (const box of boxes(next)) {
    const mine = named(sheet(), box.name);
    mine.dataset.seen = box.dataset.seen;
    if (!typedSince.has(box.name) && !sent.has(box.name) && !same(mine.value, box.value)) mine.value = box.value;
    const line = mine.closest("[data-item]");
    const other = box.closest("[data-item]");
    if (!line || !other) continue;
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
  const told = sheet().querySelector(":scope > .problems");
  const tell = next.querySelector(":scope > .problems");
  if (told && tell) told.replaceWith(tell);
  else if (tell) sheet().prepend(tell);
  else told?.remove();
};

// Where a control is to be found on the sheet that comes next: a tool beside a line is named by its line and title.
const addressOf = (control) => {
  if (control.id) return `#${CSS.escape(control.id)}`;
  const line = control.closest("[data-item]");
  return line && control.title ? `#${CSS.escape(line.id)} [title="${control.title}"]` : null;
};

const swap = (next, typedSince, action) => {
  const active = document.activeElement;
  const { selectionStart, selectionEnd } = active;
  const address = addressOf(active);
  const top = active.getBoundingClientRect().top;
  const folds = [...sheet().querySelectorAll("details[open]")].map((fold) => fold.dataset.fold);
  const begunReasons = reasons(sheet());
  sheet().replaceWith(next);
  putReasons(begunReasons);
  for (const fold of next.querySelectorAll("details")) fold.open = folds.includes(fold.dataset.fold);
  for (const [name, { text, seen }] of typedSince) {
    const mine = named(sheet(), name);
    if (mine) mine.value = text;
    else putWith(boxFor(name, seen), text);
  }
  [...boxes(), ...begun()].forEach(grow);
  const again = address && form.querySelector(address);
  const asked = /^(add|bring|remove|reset|unlock)/.test(action ?? "") || !again;
  const place = (asked && document.getElementById(next.dataset.focus)) || again;
  const target = place?.matches("li, section") ? place.querySelector("textarea, button") : place;
  if (!target || !form.contains(target)) return;
  target.focus({ preventScroll: true });
  if (target === again && target.matches("textarea")) target.setSelectionRange(selectionStart, selectionEnd);
  const now = target.getBoundingClientRect().top;
  if (next.contains(active) || active.isConnected === false) scrollBy(0, now - top);
};

const tools = (next) => {
  for (const verb of ["undo", "redo"]) {
    const tool = document.getElementById(`do-${verb}`);
    const what = next.dataset[verb];
    if (!what && document.activeElement === tool) document.getElementById(verb === "undo" ? "do-redo" : "do-undo").disabled = false;
    const hadFocus = document.activeElement === tool;
    tool.disabled = !what;
    tool.title = what;
    tool.querySelector("[data-what]").textContent = ` ${what}`;
    if (hadFocus && tool.disabled) document.getElementById(verb === "undo" ? "do-redo" : "do-undo").focus();
  }
};
