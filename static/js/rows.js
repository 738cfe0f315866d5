// [data-rows] is the body of a table whose rows have an order.
// A row's [data-move="up"] and [data-move="down"] move it; the position inputs are numbered again.
import { touched } from "./touched.js";

for (const body of document.querySelectorAll("[data-rows]")) {
  const form = body.closest("form");
  const status = form.querySelector("[data-rows-status]");
  const rows = () => [...body.querySelectorAll(":scope > tr.has_original")];

  const number = () => {
    rows().forEach((row, index) => {
      row.querySelector("input._reorder_").value = index + 1;
    });
  };

  body.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const row = button.closest("tr");
    const all = rows();
    const place = all.indexOf(row);
    const other = all[place + (button.dataset.move === "up" ? -1 : 1)];
    if (!other) {
      status.textContent = button.dataset.move === "up" ? "Already the first" : "Already the last";
      return;
    }
    if (button.dataset.move === "up") other.before(row);
    else other.after(row);
    number();
    button.focus();
    status.textContent = `Moved to ${rows().indexOf(row) + 1} of ${all.length}. Save to keep it.`;
  });
  for (const button of body.querySelectorAll("[data-move]")) button.hidden = false;

  // A new row comes before the link that adds one, and may be behind the bar of buttons: go on in its first field.
  body.addEventListener("formset:added", (event) => {
    if (document.activeElement?.closest(".add-row")) {
      event.target.querySelector("[data-field] :is(textarea, input)")?.focus();
    }
  });

  // A long section holds thousands of fields: rows that nobody touched are not sent, and the server fills them in.
  // A page with problems is sent whole.
  if (!("rowsFresh" in body.dataset)) continue;
  form.addEventListener("formdata", (event) => {
    for (const row of rows()) {
      const controls = [...row.querySelectorAll("[data-field]")].flatMap((field) => [
        ...field.querySelectorAll("input, select, textarea"),
      ]);
      if (controls.some(touched)) continue;
      for (const control of controls) event.formData.delete(control.name);
    }
  });
}
