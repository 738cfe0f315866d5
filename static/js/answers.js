// What the server finds in a form[data-live] while it is typed, put where it belongs: a problem at its field once that
// was left, how an answer was read below it, what is usual in the kind of business. Overwrites nothing that was typed.
const form = document.querySelector("form[data-live]");
const found = document.getElementById("answers-found");
const pane = document.getElementById(form.dataset.live);

// The fields that were left, or came with a problem, by id; of boxes that belong together, the id of their group.
const left = new Set([...form.querySelectorAll("[id$='_error']")].map((box) => box.id.replace(/_error$/, "")));
const idOf = (control) => control.closest("fieldset[id^=id_]")?.id ?? control.id;
let problems = new Map();

const describe = (field, id, add) => {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((each) => each && each !== id);
  if (add) ids.push(id);
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
};

const show = (id) => {
  const field = document.getElementById(id);
  if (!field) return;
  const messages = left.has(id) ? (problems.get(id) ?? []) : [];
  const before = document.getElementById(`${id}_error`);
  const same = before && [...before.children].map((line) => line.textContent).join() === messages.join();
  if (same || (!before && !messages.length)) return;
  before?.remove();
  describe(field, `${id}_error`, messages.length > 0);
  const group = field.matches("fieldset");
  if (!group) {
    field.classList.toggle("is-invalid", messages.length > 0);
    field.toggleAttribute("aria-invalid", false);
    if (messages.length) field.setAttribute("aria-invalid", "true");
  }
  if (!messages.length) return;
  const box = document.createElement("div");
  box.id = `${id}_error`;
  box.className = "invalid-feedback";
  box.setAttribute("role", "alert");
  for (const message of messages) {
    const line = document.createElement("p");
    line.textContent = message;
    box.append(line);
  }
  (group ? field.querySelector("legend") : field).after(box);
};

// How an answer was read waits while it is being typed.
const held = new Map();
const leave = (id) => {
  left.add(id);
  show(id);
  const reading = held.get(id);
  if (reading) document.getElementById(`${id}_reading`).replaceChildren(...reading);
  held.delete(id);
};
form.addEventListener("focusout", ({ target }) => leave(idOf(target)));
// A choice below a list of choices is one of the list: whichever of the two was changed last is right.
const agree = (target) => {
  const list = target.matches("[type=radio]")
    ? document.getElementById(target.closest("[data-reading]")?.dataset.reading)
    : target;
  if (!list?.matches("select")) return;
  if (list !== target) list.value = target.value;
  for (const radio of form.querySelectorAll(`[data-reading="${list.id}"] input`)) {
    radio.checked = radio.value === list.value;
  }
};
// Before the answers are sent, which the same event does.
form.addEventListener("input", ({ target }) => agree(target), { capture: true });
form.addEventListener("change", ({ target }) => {
  if (target.matches("select, [type=checkbox], [type=radio]")) left.add(idOf(target));
});

pane.addEventListener("htmx:afterSwap", () => {
  const ids = new Set(problems.keys());
  problems = new Map();
  for (const { dataset, textContent } of found.querySelectorAll("[data-problem]")) {
    problems.set(dataset.problem, [...(problems.get(dataset.problem) ?? []), textContent]);
  }
  for (const id of new Set([...ids, ...left, ...problems.keys()])) show(id);
  for (const { dataset, textContent } of found.querySelectorAll("[data-placeholder]")) {
    document.getElementById(dataset.placeholder)?.setAttribute("placeholder", textContent);
  }
});

// What was typed or chosen while the server answered stays.
const keep = (fragment) => {
  for (const fresh of fragment.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const live = document.getElementById(fresh.id);
    if (!live || live.name !== fresh.name) continue;
    if (fresh.matches("[type=checkbox], [type=radio]")) fresh.checked = live.value === fresh.value && live.checked;
    else fresh.value = live.value;
  }
};

document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (!form.contains(target) || target === found) return;
  if (target.innerHTML.trim() === fragment.innerHTML?.trim()) {
    event.detail.shouldSwap = false;
    return;
  }
  const id = target.dataset.reading;
  const typing = document.activeElement?.id === id && !document.activeElement.matches("[list], select");
  if (id && typing) {
    held.set(id, [...fragment.childNodes]);
    event.detail.shouldSwap = false;
    return;
  }
  if (id) held.delete(id);
  keep(fragment);
});
