// Keys on the workshop's lines: Enter goes on to the next line, and a line begun is added when it is left.
import { ask } from "./autosave.js";
import { form, sheet } from "./sheet.js";

// Pressing a button beside a line must not take the focus from it: its tools would fold and the button move away.
form.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-remarks], [data-findings]") && event.target.closest("button, summary")) {
    event.preventDefault();
  }
});

// Adds a line begun when it is left, unless it is left for a button of its own.
form.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (!target.matches("textarea[data-new]") || !target.value.trim()) return;
  if (target.parentElement.contains(relatedTarget) || !document.hasFocus()) return;
  if (relatedTarget?.matches("button[type=submit]")) return;
  ask("save");
});

form.addEventListener("keydown", (event) => {
  const { target, key, isComposing } = event;
  if ((event.ctrlKey || event.metaKey) && key === "s") {
    event.preventDefault();
    return ask("save");
  }
  if (key !== "Enter" || isComposing || !target.matches("textarea, [data-reason]")) return;
  event.preventDefault();
  if (target.dataset.reason) return ask(`ignore:${target.dataset.reason}`);
  if (target.dataset.new) {
    if (target.value.trim()) ask(`add:${target.dataset.new}`);
    return;
  }
  const all = [...sheet().querySelectorAll("textarea")];
  all[all.indexOf(target) + 1]?.focus();
});
