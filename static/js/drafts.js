// [data-draft="whose:page"] marks a form whose words are stored in this browser while they are written, until the
// server has saved them ([data-accepted] names the forms it has saved last). A page opened again, after an ended session
// or a crash, gets them back; a field that was saved otherwise meanwhile keeps what is saved, and shows yours beside.
import { touched } from "./touched.js";

const PAUSE = 250;
const DAYS_KEPT = 14;
const NEVER = new Set(["csrfmiddlewaretoken", "form_id", "opened", "revision"]);
const line = (text) => text.replace(/\r\n?/g, "\n");
const shown = (field) =>
  field.type === "checkbox" || field.type === "radio" ? String(field.checked) : line(field.value);
const saved = (field) => {
  if (field.type === "checkbox" || field.type === "radio") return String(field.defaultChecked);
  if (field.tagName !== "SELECT") return line(field.defaultValue ?? "");
  const option = [...field.options].find((one) => one.defaultSelected) ?? field.options[0];
  return option?.value ?? "";
};

// A row keeps its name whatever place it has: that of its id. A new row is known by its number among the new ones.
const rowOf = (field) => field.closest("tr.form-row:not(.empty-form)");
const idIn = (row) => row.querySelector("input[type=hidden][name$='-id']")?.value;
const newRows = (form) => [...form.querySelectorAll("tr.form-row:not(.empty-form)")].filter((row) => !idIn(row));
const nameOf = (form, field) => {
  const row = rowOf(field);
  if (!row) return field.name;
  const inner = field.name.replace(/^.*-(\d+)-/, "");
  return idIn(row) ? `row ${idIn(row)} ${inner}` : `new ${newRows(form).indexOf(row)} ${inner}`;
};

const store = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      if (value) localStorage.setItem(key, JSON.stringify(value));
      else localStorage.removeItem(key);
    } catch {
      // No storage (switched off, or full): the form itself still holds the words.
    }
  },
  forgetOld() {
    const oldest = Date.now() - DAYS_KEPT * 86_400_000;
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith("draft:"))) {
      if (!(this.read(key)?.at > oldest)) this.write(key, null);
    }
  },
};

const fieldsOf = (form) =>
  [...form.elements].filter(
    ({ name, type, tagName, disabled, readOnly }) =>
      name &&
      !NEVER.has(name) &&
      !name.includes("__prefix__") &&
      !disabled &&
      !readOnly &&
      tagName !== "BUTTON" &&
      !["hidden", "submit", "password", "file", "button"].includes(type),
  );

const note = (form, words, missed, forget) => {
  const box = document.createElement("section");
  box.className = "stale";
  box.dataset.draftNote = "";
  box.setAttribute("role", "status");
  const said = document.createElement("p");
  said.textContent = words;
  const away = document.createElement("button");
  away.type = "button";
  away.className = "button button-plain";
  away.textContent = "Throw it away";
  away.addEventListener("click", forget);
  box.append(said);
  if (missed.length) {
    const list = document.createElement("ul");
    for (const [label, text] of missed) {
      const item = document.createElement("li");
      item.className = "stale-text";
      item.textContent = `${label}: ${text}`;
      list.append(item);
    }
    box.append(list);
  }
  box.append(away);
  form.prepend(box);
};

for (const mark of document.querySelectorAll("[data-draft]")) {
  const form = mark.closest("form");
  const key = `draft:${mark.dataset.draft}`;
  const token = form.elements.form_id.value;
  let timer = 0;

  const remember = () => {
    const words = fieldsOf(form)
      .filter(touched)
      .map((field) => [nameOf(form, field), saved(field), shown(field)]);
    store.write(key, words.length ? { token, at: Date.now(), words } : null);
  };

  const forget = () => {
    clearTimeout(timer);
    store.write(key, null);
    form.reset();
    for (const field of fieldsOf(form)) field.dispatchEvent(new Event("change", { bubbles: true }));
    form.querySelector("[data-draft-note]")?.remove();
  };

  const put = (field, text) => {
    if (field.type === "checkbox" || field.type === "radio") field.checked = text === "true";
    else field.value = text;
    field.closest("details")?.setAttribute("open", "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const restore = (kept) => {
    const wanted = Math.max(-1, ...kept.words.map(([name]) => Number(name.match(/^new (\d+) /)?.[1] ?? -1)));
    for (let tries = 0; newRows(form).length <= wanted && tries <= wanted; tries += 1) {
      form.querySelector(".add-row a, .add-row button")?.click();
    }
    const fields = new Map(fieldsOf(form).map((field) => [nameOf(form, field), field]));
    const missed = [];
    let back = 0;
    for (const [name, before, text] of kept.words) {
      const field = fields.get(name);
      if (field && (touched(field) || shown(field) === text)) continue;
      if (field && saved(field) === before) {
        put(field, text);
        back += 1;
      } else {
        missed.push([name.replace(/^(row|new) \S+ /, ""), text]);
      }
    }
    if (!back && !missed.length) return store.write(key, null);
    const words = back ? "What you typed here before is back. It is not saved yet." : "You typed this here before.";
    note(form, missed.length ? `${words} This was saved otherwise meanwhile; yours was:` : words, missed, forget);
  };

  const start = () => {
    store.forgetOld();
    const kept = store.read(key);
    // A page that came back with a problem shows what was sent.
    const sent = form.querySelector("[data-unsaved=sent]");
    if (kept && mark.dataset.accepted.split(" ").includes(kept.token)) store.write(key, null);
    else if (kept?.words && !sent) restore(kept);
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(remember, PAUSE);
    });
    form.addEventListener("change", () => {
      clearTimeout(timer);
      timer = setTimeout(remember, PAUSE);
    });
    form.addEventListener("submit", () => {
      clearTimeout(timer);
      if (!sent) remember();
    });
  };
  // Django's own script makes the button that adds a row when jQuery finds the page ready, which with all files at hand
  // is later than its load: what is asked of jQuery after that script comes after it.
  if (globalThis.django?.jQuery) globalThis.django.jQuery(start);
  else if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
