// <button data-copy="id of a text" hidden>, or <button data-copy-from="address of a text" hidden>, with a role=status
// beside it. With data-copy-html="address of the same as HTML", headings and lists survive in a mail or a document.
const blobOf = (text, type) => new Blob([text], { type });

const fetched = async (address, type) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return blobOf(await answer.text(), type);
};

// Promises are passed on, not awaited: some browsers allow no copying once time has passed since the click.
const copied = ({ source, copyFrom, copyHtml }) => {
  if (source && !copyHtml) return navigator.clipboard.writeText(source.value ?? source.textContent);
  const forms = { "text/plain": source ? blobOf(source.value, "text/plain") : fetched(copyFrom, "text/plain") };
  if (copyHtml) forms["text/html"] = fetched(copyHtml, "text/html");
  return navigator.clipboard.write([new ClipboardItem(forms)]);
};

for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
  const { copy, copyFrom, copyHtml } = button.dataset;
  const source = document.getElementById(copy);
  const status = button.parentElement.querySelector("[role=status]");

  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await copied({ source, copyFrom, copyHtml });
      status.textContent = "Copied";
    } catch {
      if (!source) {
        status.textContent = "Not copied: download it instead";
        return;
      }
      // No clipboard (an http address, or permission refused): select the text, ready for the keyboard shortcut.
      const folded = source.closest("details");
      if (folded) folded.open = true;
      if (source.select) {
        source.focus();
        source.select();
      } else {
        getSelection().selectAllChildren(source);
      }
      status.textContent = "Selected: press Ctrl+C, or ⌘C, to copy";
    }
  });
}
