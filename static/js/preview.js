// Beside a form[data-live]: htmx fetches the paper; this keeps it where the owner left it, says when it
// cannot follow, and catches up with what the browser filled in itself.
for (const form of document.querySelectorAll("[data-live]")) {
  const pane = document.getElementById(form.dataset.live);
  const status = pane.querySelector("[data-live-status]");
  const folded = () => [...pane.querySelectorAll("details")];
  const nameOf = (details) => details.closest("li[id]")?.id ?? details.closest("section").getAttribute("aria-labelledby");
  let open = new Set();
  let top = 0;

  for (const button of form.querySelectorAll("[data-live-instead]")) button.hidden = true;

  pane.addEventListener("htmx:beforeSwap", () => {
    top = pane.scrollTop;
    open = new Set(folded().filter((details) => details.open).map(nameOf));
  });
  pane.addEventListener("htmx:afterSwap", () => {
    for (const details of folded()) details.open = open.has(nameOf(details));
    pane.scrollTop = top;
    status.textContent = "";
  });
  const behind = () => {
    status.textContent = "Not up to date: the portal did not answer. What you typed is still here.";
  };
  form.addEventListener("htmx:responseError", behind);
  form.addEventListener("htmx:sendError", behind);

  addEventListener("pageshow", () => {
    const first = (field) => Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    const changed = [...form.elements].some((field) => {
      if (field.type === "checkbox") return field.checked !== field.defaultChecked;
      if (field.tagName === "SELECT") return field.selectedIndex !== first(field);
      return field.matches("input:not([type=hidden]), textarea") && field.value !== field.defaultValue;
    });
    if (changed) form.dispatchEvent(new Event("catch-up"));
  });
}
