// Drags a line by its grip to another place, of its own section or of another. Alt with the arrow keys does the same
// (arrows.js), and so does the menu beside the line, without a script.
import { ask } from "./autosave.js";
import { form } from "./sheet.js";

const EDGE = 70;
const MARKS = ["is-drop-above", "is-drop-below"];

form.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  const line = grip.closest("[data-item]");
  const from = event.clientY + scrollY;
  let over = null;
  let below = false;

  const mark = (other) => {
    over?.classList.remove(...MARKS);
    over = other;
    over?.classList.add(MARKS[Number(below)]);
  };

  const follow = ({ clientX, clientY }) => {
    if (clientY < EDGE) scrollBy(0, -12);
    else if (clientY > innerHeight - EDGE) scrollBy(0, 12);
    line.style.translate = `0 ${clientY + scrollY - from}px`;
    const other = document.elementFromPoint(clientX, clientY)?.closest("[data-lines] > [data-item]");
    if (other) {
      const { top, height } = other.getBoundingClientRect();
      below = clientY > top + height / 2;
    }
    mark(other ?? null);
  };

  const end = (drop) => {
    grip.removeEventListener("pointermove", follow);
    document.removeEventListener("keydown", cancel);
    line.classList.remove("is-dragged");
    line.style.translate = "";
    const target = over;
    mark(null);
    if (!drop || !target) return;
    const list = [...target.parentElement.children];
    let place = list.indexOf(target) + Number(below);
    if (target.parentElement !== line.parentElement) {
      return ask(`send:${line.dataset.item}:${target.closest("[data-part]").dataset.part}:${place}`);
    }
    const own = list.indexOf(line);
    if (place > own) place -= 1; // the place among the others
    if (place !== own) ask(`move:${line.dataset.item}:${place}`);
  };
  const cancel = ({ key }) => key === "Escape" && end(false);

  line.classList.add("is-dragged");
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("pointerup", () => end(true), { once: true });
  grip.addEventListener("pointercancel", () => end(false), { once: true });
  document.addEventListener("keydown", cancel);
});
