// In the bar at the foot of form[data-live]: the way back to the first answer that is asked about or refused, for whoever
// has gone on to another one.
const form = document.querySelector("form[data-live]");
const link = form.querySelector("[data-asked]");
const blockOf = (box) => box.closest("fieldset.needs, .mb-3");
const isOpen = (box) => box.matches(".invalid-feedback") || !box.querySelector("input:checked");

const update = () => {
  if (link.parentElement.contains(document.activeElement)) return; // nothing changes under the finger
  const asked = [...form.querySelectorAll(".reading > .choices, .invalid-feedback")]
    .filter(isOpen)
    .map(blockOf)
    .find((block) => block && !block.contains(document.activeElement));
  link.hidden = !asked;
  if (!asked) return;
  const label = asked.querySelector("label, legend");
  link.textContent = `Still asked: ${label.firstChild.textContent.trim()}`;
  link.href = `#${label.htmlFor || asked.id}`;
};

document.getElementById(form.dataset.live).addEventListener("htmx:afterSwap", update);
for (const moved of ["focusin", "change"]) form.addEventListener(moved, update);
update();
