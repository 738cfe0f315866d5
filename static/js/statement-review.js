// [data-reviewed="address"] holds boxes [data-review-text]: what is written in one is reviewed by the server a moment
// later, as an owner's line is, and what it finds is shown below the box.
const PAUSE = 600;
const waiting = new WeakMap();

const notesOf = (box) => {
  const there = box.nextElementSibling;
  if (there?.matches("[data-review-notes]")) return there;
  const notes = document.createElement("div");
  notes.dataset.reviewNotes = "";
  notes.className = "row-findings";
  notes.setAttribute("role", "status");
  box.after(notes);
  return notes;
};

const review = async (box, address) => {
  const text = box.value;
  const data = new URLSearchParams({ text });
  data.set("csrfmiddlewaretoken", box.form.elements.csrfmiddlewaretoken.value);
  let answer;
  try {
    const response = await fetch(address, { method: "POST", body: data });
    answer = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-findings]");
  } catch {
    return; // no connection: what is saved is reviewed before it is published
  }
  if (!answer || box.value !== text) return;
  if (notesOf(box).textContent.trim() !== answer.textContent.trim()) notesOf(box).replaceChildren(...answer.children);
};

for (const place of document.querySelectorAll("[data-reviewed]")) {
  place.addEventListener("input", ({ target }) => {
    if (!target.matches("[data-review-text]")) return;
    clearTimeout(waiting.get(target));
    waiting.set(
      target,
      setTimeout(() => review(target, place.dataset.reviewed), PAUSE),
    );
  });
  place.addEventListener("focusin", ({ target }) => {
    if (target.matches("[data-review-text]") && !waiting.has(target)) {
      waiting.set(target, 0);
      if (target.value.trim()) review(target, place.dataset.reviewed);
    }
  });
}
