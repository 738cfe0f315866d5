// Writing on the lines by hand: Enter goes on to the next one, and a line begun is added when it is left. Needs sheet.js.
{
  const press = (action) => form.dispatchEvent(new CustomEvent("workshop:do", { detail: action }));

  // Beside a line one presses without leaving it: its tools would fold, and what is pressed would move away.
  form.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-remarks], [data-findings]") && event.target.closest("button, summary")) {
      event.preventDefault();
    }
  });

  // A line begun and left is added, unless it is left for its own button.
  form.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (!target.matches("textarea[data-new]") || !target.value.trim()) return;
    if (target.parentElement.contains(relatedTarget) || !document.hasFocus()) return;
    if (relatedTarget?.matches("button[type=submit]")) return;
    press("save");
  });

  form.addEventListener("keydown", (event) => {
    const { target, key, isComposing } = event;
    if ((event.ctrlKey || event.metaKey) && key === "s") {
      event.preventDefault();
      return press("save");
    }
    if (key !== "Enter" || isComposing || !target.matches("textarea, [data-reason]")) return;
    event.preventDefault();
    if (target.dataset.reason) return press(`ignore:${target.dataset.reason}`);
    if (target.dataset.new) {
      if (target.value.trim()) press(`add:${target.dataset.new}`);
      return;
    }
    const all = [...sheet().querySelectorAll("textarea")];
    all[all.indexOf(target) + 1]?.focus();
  });
}
