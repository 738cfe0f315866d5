// Keys of the workshop: Enter adds a line begun, and one begun is added when it is left. In a line that is there Enter
// breaks it, as everywhere: the server makes two of it (autosave.js).
import { ask } from "./autosave.js";
import { form } from "./sheet.js";

// Pressing a button beside a line must not take the focus from it: its tools would fold and the button move away.
form.addEventListener("mousedown", (event) => {
  if (event.target.closest("[data-remarks], [data-findings]") && event.target.closest("button, summary")) {
    event.preventDefault();
  }
});

// Adds a line begun when it is left, unless it is left for a button of its own.
form.addEventListener("focusout", ({ target, relatedTarget }) => {
  if (!target.matches("textarea[data-new]") || !target.value.trim()) return;
  if (target.dataset.new === "@section" && !target.value.trim().includes("\n")) return; // its lines are to come
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
  if (key !== "Enter" || isComposing || event.shiftKey || !target.matches("[data-new], [data-reason]")) return;
  if (target.dataset.new === "@section") return;
  event.preventDefault();
  if (target.dataset.reason) ask(`ignore:${target.dataset.reason}`);
  else if (target.value.trim()) ask(`add:${target.dataset.new}`);
});
