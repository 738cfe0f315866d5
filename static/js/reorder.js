// Drag a line by its mark to another place of its section. The arrows beside it do the same by keyboard.
{
  const form = document.querySelector("[data-workshop]");
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
      // Its neighbours step aside; the line itself stays in place, or it would lose the pointer.
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
      document.removeEventListener("keydown", escape);
      if (!drop) list.append(...before);
      const place = [...list.children].indexOf(line);
      if (drop && place !== before.indexOf(line)) {
        form.dispatchEvent(new CustomEvent("workshop:do", { detail: `move:${line.dataset.item}:${place}` }));
      }
    };
    const escape = ({ key }) => key === "Escape" && end(false);

    line.classList.add("is-dragged");
    grip.setPointerCapture(event.pointerId);
    grip.addEventListener("pointermove", follow);
    grip.addEventListener("pointerup", () => end(true), { once: true });
    grip.addEventListener("pointercancel", () => end(false), { once: true });
    document.addEventListener("keydown", escape);
  });
}
