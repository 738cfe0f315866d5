// Backspace at the start of a line joins it to the line above, as everywhere. The line that is left empty is removed by
// the same save that takes the longer one, so that one undo brings both back.
import { ask } from "./autosave.js";
import { grow } from "./grow.js";
import { form } from "./sheet.js";

form.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (key !== "Backspace" || !target.matches("textarea[data-seen]") || target.selectionEnd) return;
  const line = target.closest("[data-item]");
  const above = line?.previousElementSibling?.querySelector("textarea[data-seen]");
  if (!above || line.closest("[data-locked]")) return; // a promise is not left out by a key
  event.preventDefault();
  const start = above.value.trimEnd();
  const rest = target.value.trim();
  above.value = rest ? `${start} ${rest}` : start;
  const caret = start.length + (rest ? 1 : 0);
  target.value = "";
  line.hidden = true;
  above.focus();
  above.setSelectionRange(caret, caret);
  grow(above);
  ask("save");
});
