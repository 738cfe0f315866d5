// The pane beside a form[data-live], whose contents htmx fetches. Scrolls to what changed and marks it, keeps open
// folds and the scroll position, reports a failed request, and asks for a new preview when the browser has filled
// in the form itself.
import { touched } from "./touched.js";

for (const form of document.querySelectorAll("[data-live]")) {
  const MARKED = 4000;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const pane = document.getElementById(form.dataset.live);
  const status = pane.querySelector("[data-live-status]");
  const folded = () => [...pane.querySelectorAll("details")];
  const nameOf = (details) =>
    details.closest("li[id]")?.id ?? details.closest("section").getAttribute("aria-labelledby");
  const lines = () => [...pane.querySelectorAll(".facts dd, .paper-section > p, .paper-section > ul > li")];
  // Without the numbers of the review's marks: they change while the words do not.
  const wordsOf = (line) => {
    const words = line.cloneNode(true);
    for (const number of words.querySelectorAll(".mark-number")) number.remove();
    return words.textContent.replace(/\s+/g, " ").trim();
  };
  let open = new Set();
  let before = new Set();
  let top = 0;
  let timer = 0;

  for (const button of form.querySelectorAll("[data-live-instead]")) button.hidden = true;

  // Scrolls only the pane, and only as far as needed.
  const show = (line) => {
    const { top: edge, bottom, height } = pane.getBoundingClientRect();
    const place = line.getBoundingClientRect();
    if (place.top >= edge && place.bottom <= bottom) return;
    pane.scrollBy({ top: place.top - edge - height / 3, behavior: calm.matches ? "auto" : "smooth" });
  };

  const mark = (changed) => {
    clearTimeout(timer);
    for (const line of changed) line.classList.add("changed");
    timer = setTimeout(() => {
      for (const line of changed) line.classList.remove("changed");
    }, MARKED);
  };

  pane.addEventListener("htmx:beforeSwap", () => {
    top = pane.scrollTop;
    open = new Set(
      folded()
        .filter((details) => details.open)
        .map(nameOf),
    );
    before = new Set(lines().map(wordsOf));
  });
  pane.addEventListener("htmx:afterSwap", () => {
    for (const details of folded()) details.open = open.has(nameOf(details));
    pane.scrollTop = top;
    status.textContent = "";
    const changed = lines().filter((line) => !before.has(wordsOf(line)));
    if (!changed.length) return;
    mark(changed);
    show(changed[0]);
  });

  const behind = () => {
    status.textContent = "Not up to date: the portal did not answer. What you typed is still here.";
  };
  // In development django-htmx replaces the whole document, and all that was typed, with an error page.
  form.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status >= 400) event.stopPropagation();
  });
  form.addEventListener("htmx:responseError", behind);
  form.addEventListener("htmx:sendError", behind);

  addEventListener("pageshow", () => {
    if ([...form.elements].some(touched)) form.dispatchEvent(new Event("catch-up"));
  });
}
