// Beside a form[data-live]: htmx fetches the paper; this brings into view what changed on it and marks it, leaves
// the rest of it as the owner had it, says when it cannot follow, and catches up with what the browser filled in.
for (const form of document.querySelectorAll("[data-live]")) {
  const MARKED = 4000;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const pane = document.getElementById(form.dataset.live);
  const status = pane.querySelector("[data-live-status]");
  const folded = () => [...pane.querySelectorAll("details")];
  const nameOf = (details) => details.closest("li[id]")?.id ?? details.closest("section").getAttribute("aria-labelledby");
  const lines = () => [...pane.querySelectorAll(".facts dd, .paper-section > p, .paper-section > ul > li")];
  // Without the numbers of the review's marks: they come and go while the words stay.
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

  // Only the pane moves, and only as far as it must.
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
    open = new Set(folded().filter((details) => details.open).map(nameOf));
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
  // In development django-htmx puts an error page in place of the whole document, and of all that was typed.
  form.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status >= 400) event.stopPropagation();
  });
  form.addEventListener("htmx:responseError", behind);
  form.addEventListener("htmx:sendError", behind);

  addEventListener("pageshow", () => {
    if ([...form.elements].some(touched)) form.dispatchEvent(new Event("catch-up"));
  });
}
