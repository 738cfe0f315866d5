// [data-unsaved] stands in a form one should not leave by accident. Its value "sent" says that what
// the page shows was sent once and is not saved.
for (const mark of document.querySelectorAll("[data-unsaved]")) {
  const form = mark.closest("form");
  let leaving = false;
  const touched = (control) => {
    if (control.type === "checkbox" || control.type === "radio") return control.checked !== control.defaultChecked;
    if (control.tagName !== "SELECT") return "defaultValue" in control && control.value !== control.defaultValue;
    const options = [...control.options];
    // Where no option is marked as selected the first one stands, and nobody has chosen it.
    if (!control.multiple && !options.some((option) => option.defaultSelected)) return control.selectedIndex > 0;
    return options.some((option) => option.selected !== option.defaultSelected);
  };
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (mark.dataset.unsaved === "sent" || [...form.elements].some(touched))) event.preventDefault();
  });
}
