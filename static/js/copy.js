// <button data-copy="id of a text field" hidden>, or <button data-copy-from="address of a text" hidden>,
// with a role=status beside it.
for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
  const { copy, copyFrom } = button.dataset;
  const source = document.getElementById(copy);
  const status = button.parentElement.querySelector("[role=status]");

  const fetched = async () => {
    const answer = await fetch(copyFrom);
    if (!answer.ok) throw new Error(answer.statusText);
    return new Blob([await answer.text()], { type: "text/plain" });
  };

  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      if (source) await navigator.clipboard.writeText(source.value);
      // The promise is passed on, not awaited: some browsers allow no copying once time has passed since the click.
      else await navigator.clipboard.write([new ClipboardItem({ "text/plain": fetched() })]);
      status.textContent = "Copied";
    } catch {
      if (!source) {
        status.textContent = "Not copied: download it instead";
        return;
      }
      // No clipboard (an http address, or permission refused): select the text, ready for the keyboard shortcut.
      const folded = source.closest("details");
      if (folded) folded.open = true;
      source.focus();
      source.select();
      status.textContent = "Selected: press Ctrl+C, or ⌘C, to copy";
    }
  });
}
