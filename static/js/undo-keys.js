// Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z; with ⌘ on a Mac). Before words are saved the browser takes them back; after that
// the posting's own undo does, wherever the focus is.
import { ask } from "./autosave.js";
import { unsaved } from "./sheet.js";

const isTyping = (box) => (box.dataset.seen ? unsaved(box) : box.value !== box.defaultValue);

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const verb = { z: event.shiftKey ? "redo" : "undo", y: "redo" }[event.key.toLowerCase()];
  if (!verb || document.getElementById(`do-${verb}`).disabled) return;
  if (event.target.matches("textarea, input") && isTyping(event.target)) return;
  event.preventDefault();
  ask(verb);
});
