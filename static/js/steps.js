// On a narrow screen the bar at the foot of form[data-live] leads to the next part of the brief, and opens it.
const form = document.querySelector("form[data-live]");
const link = form.querySelector("[data-next-part]");
const parts = [...form.querySelectorAll(":scope > fieldset, :scope > .brief-part")];
let next;

// What takes the focus in a part. A part that opens never does: in Chromium no field in a <details> with a tabindex of -1
// is reached by the Tab key.
const headOf = (part) => part.querySelector(":scope > summary") ?? part;

for (const [index, part] of parts.entries()) {
  part.id ||= `part-${index + 1}`;
  if (headOf(part) === part) part.tabIndex = -1;
}

// The part that is being read is the last one that begins at the head of the screen or above it, or holds the focus.
const HEAD = 160;
const isBegun = (part) => {
  const { top } = part.getBoundingClientRect();
  return top < HEAD || (top < innerHeight && part.contains(document.activeElement));
};
const update = () => {
  const following = parts[Math.max(parts.findLastIndex(isBegun), 0) + 1];
  if (following === next) return;
  next = following;
  link.hidden = !next;
  if (!next) return;
  link.href = `#${next.id}`;
  link.textContent = `Next: ${next.querySelector("legend, .brief-part-title").textContent.trim()}`;
};

link.addEventListener("click", (event) => {
  event.preventDefault();
  const part = next;
  if (part.matches("details")) part.open = true;
  headOf(part).focus({ preventScroll: true });
  part.scrollIntoView();
});
addEventListener("scroll", () => requestAnimationFrame(update), { passive: true });
addEventListener("resize", update);
form.addEventListener("focusin", update);
update();
