// Ctrl+S (or ⌘S) saves the form that has a [name=_continue] or [name=_save] button, and the page comes back where it was.
const PLACE = "place-after-saving";
const button = document.querySelector("[name=_continue]") ?? document.querySelector(".submit-row [name=_save]");

if (button) {
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    button.form.requestSubmit(button);
  });
  button.form.addEventListener("submit", ({ submitter }) => {
    if (submitter?.name !== "_continue") return;
    try {
      sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, y: scrollY }));
    } catch {
      // No storage: the page comes back at its top.
    }
  });
  let place = null;
  try {
    place = JSON.parse(sessionStorage.getItem(PLACE));
    sessionStorage.removeItem(PLACE);
  } catch {
    // As above.
  }
  const saved = document.querySelector(".messagelist .success");
  if (place?.path === location.pathname && place.y > 0 && saved) {
    addEventListener("load", () => scrollTo(0, place.y), { once: true });
    const note = document.createElement("span");
    note.className = "saved-note";
    note.setAttribute("role", "status");
    note.textContent = "Saved";
    button.closest(".submit-row").append(note);
  }
}
