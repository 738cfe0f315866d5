// Drags a line by its grip to another place of its section. The arrow buttons beside it do the same by keyboard.
import { ask } from "./autosave.js";
import { form } from "./sheet.js";

const EDGE = 70;

form.addEventListener("pointerdown", (event) => {
  const grip = event.target.closest("[data-grip]");
  if (!grip || event.button !== 0) return;
  event.preventDefault();
  const line = grip.closest("[data-item]");
  const list = line.parentElement;
  const before = [...list.children];
  let from = event.clientY + scrollY;

  const follow = ({ clientY }) => {
    if (clientY < EDGE) scrollBy(0, -12);
    else if (clientY > innerHeight - EDGE) scrollBy(0, 12);
    const y = clientY + scrollY;
    const next = line.nextElementSibling;
    const previous = line.previousElementSibling;
    // The neighbours are moved; the line itself stays in the document, or it would lose the pointer.
    if (next && y - from > next.offsetHeight / 2) {
      from += next.offsetHeight;
      list.insertBefore(next, line);
    } else if (previous && from - y > previous.offsetHeight / 2) {
      from -= previous.offsetHeight;
      list.insertBefore(previous, line.nextElementSibling);
    }
    line.style.translate = `0 ${y - from}px`;
  };

  const end = (drop) => {
    grip.removeEventListener("pointermove", follow);
    line.classList.remove("is-dragged");
    line.style.translate = "";
    document.removeEventListener("keydown", cancel);
    if (!drop) list.append(...before);
    const place = [...list.children].indexOf(line);
    if (drop && place !== before.indexOf(line)) {
      ask(`move:${line.dataset.item}:${place}`);
    }
  };
  const cancel = ({ key }) => key === "Escape" && end(false);

  line.classList.add("is-dragged");
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("pointerup", () => end(true), { once: true });
  grip.addEventListener("pointercancel", () => end(false), { once: true });
  document.addEventListener("keydown", cancel);
});
