// [data-unsaved] marks a form that should not be left by accident. Its value "sent" means that what the page shows
// was sent once and is not saved.
import { touched } from "./touched.js";

for (const mark of document.querySelectorAll("[data-unsaved]")) {
  const form = mark.closest("form");
  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (mark.dataset.unsaved === "sent" || [...form.elements].some(touched))) event.preventDefault();
  });
}
