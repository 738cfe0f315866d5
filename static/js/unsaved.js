// [data-unsaved] stands in a form one should not leave by accident. Its value "sent" says that what
// the page shows was sent once and is not saved.
for (const mark of document.querySelectorAll("[data-unsaved]")) {
  const form = mark.closest("form");
  let leaving = false;
  const touched = (control) =>
    control.type === "checkbox" || control.type === "radio"
      ? control.checked !== control.defaultChecked
      : control.tagName === "SELECT"
        ? [...control.options].some((option) => option.selected !== option.defaultSelected)
        : "defaultValue" in control && control.value !== control.defaultValue;
  // A choice without a selected option has its first one: that is no change.
  for (const select of form.querySelectorAll("select:not([multiple])")) {
    if (![...select.options].some((option) => option.defaultSelected) && select.options.length) {
      select.options[select.selectedIndex].defaultSelected = true;
    }
  }
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (mark.dataset.unsaved === "sent" || [...form.elements].some(touched))) event.preventDefault();
  });
}
