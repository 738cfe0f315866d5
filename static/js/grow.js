// Makes a text box as high as its text, unless the style sheet does: each <textarea data-grow>, and what others ask for.
export const grow = (area) => {
  if (getComputedStyle(area).fieldSizing === "content") return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
};
const growAll = (place) => {
  for (const area of place.querySelectorAll("textarea[data-grow]")) {
    if (!area.closest("details:not([open])")) grow(area);
  }
};

document.addEventListener("input", (event) => {
  if (event.target.matches("textarea[data-grow]")) grow(event.target);
});
// What is in a closed <details> has no height until it is opened, and to ask for its style takes long.
document.addEventListener("toggle", (event) => growAll(event.target), true);
window.addEventListener("resize", () => growAll(document));
growAll(document);
