// form[data-keep="name"]: what is typed is stored in this tab's sessionStorage until the server has accepted it
// (data-taken names the accepted forms), so that a reload, a refused form or an ended session empties nothing.
import { touched } from "./touched.js";

for (const form of document.querySelectorAll("[data-keep]")) {
  const store = `kept:${form.dataset.keep}`;
  const note = form.querySelector("[data-kept]");
  const token = form.elements.form_id.value;
  const NOT_STORED = ["form_id", "csrfmiddlewaretoken"];

  const remember = () => {
    const answers = [...new FormData(form)].filter(([name]) => !NOT_STORED.includes(name));
    try {
      sessionStorage.setItem(store, JSON.stringify({ token, answers }));
    } catch {
      // No storage (switched off, or full): the form itself still holds the words.
    }
  };

  const forget = () => {
    try {
      sessionStorage.removeItem(store);
    } catch {
      // Nothing was stored.
    }
  };

  const recall = () => {
    try {
      return JSON.parse(sessionStorage.getItem(store));
    } catch {
      return null;
    }
  };

  // Returns whether the field shows something else now.
  const put = (field, texts) => {
    if (field.type === "checkbox" || field.type === "radio") {
      const before = field.checked;
      field.checked = texts.includes(field.value);
      return field.checked !== before;
    }
    const text = texts[0];
    const line = (value) => value.replace(/\r\n?/g, "\n");
    if (text === undefined || line(field.value) === line(text)) return false;
    if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === text)) return false;
    field.value = text;
    return field.type !== "hidden";
  };

  const restore = () => {
    const kept = recall();
    if (!kept) return;
    if (form.dataset.taken.split(" ").includes(kept.token)) return forget();
    const texts = (name) => kept.answers.filter((pair) => pair[0] === name).map((pair) => pair[1]);
    let changed = false;
    for (const field of form.elements) {
      if (!field.name || NOT_STORED.includes(field.name) || field.type === "submit") continue;
      // The same form, sent and answered: the hidden values of that answer are newer than the stored ones.
      if (field.type === "hidden" && kept.token === token) continue;
      // Typed before this script was loaded: newer than what is stored.
      if (touched(field)) continue;
      if (!put(field, texts(field.name))) continue;
      changed = true;
      // Restored words are in view: what a closed part says of its answers is older.
      for (let part = field.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    note.hidden = !changed;
    note.classList.add("kept-fresh");
    if (kept.token !== token) remember(); // under the token of the form that will be sent now
  };

  form.querySelector("[data-kept-away]").addEventListener("click", forget);
  // After going back, some browsers have restored words that the server has accepted: nobody typed those now.
  const [visit] = performance.getEntriesByType("navigation");
  const early = visit?.type !== "back_forward" && [...form.elements].some(touched);
  restore();
  if (early) remember();
  form.addEventListener("input", () => {
    note.classList.remove("kept-fresh");
    remember();
  });
}
