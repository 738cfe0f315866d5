// One tab stop a line; the arrow keys reach everything else. Up and down go from text to text, right at the end of a
// text goes to what is beside it (left and Escape lead back), Alt with up and down moves the line.
import { ask } from "./autosave.js";
import { announce, form, sheet } from "./sheet.js";

const GROUPS = "[data-item], .sheet-new, .sheet-part, [data-findings]";
const CONTROLS = "textarea, button, summary, a[href], input:not([type=hidden])";

const isShown = (control) => control.checkVisibility();
const groupOf = (control) => control.closest(GROUPS);
const controlsOf = (group) =>
  [...group.querySelectorAll(CONTROLS)].filter((one) => groupOf(one) === group && isShown(one));
const isText = (control) => control.matches("textarea");
// What a line reports when it has trouble is reached by Tab as ever.
const isUrgent = (control) => control.closest(".conflict, .problems");

const isStop = (control, first) => {
  if (isUrgent(control)) return true;
  if (control.closest("[data-findings]")) return control === first;
  if (!isText(control)) return control.matches("[id^=do-unlock]");
  if (control.dataset.name !== undefined) return control.name === "text-@title";
  if (control.dataset.new === "@section") return true;
  return !control.dataset.new || !control.closest("[data-part]").querySelector("[data-item]");
};

const rove = () => {
  const findings = form.querySelector("[data-findings]");
  const first = findings.querySelector(CONTROLS);
  for (const control of [...sheet().querySelectorAll(CONTROLS), ...findings.querySelectorAll(CONTROLS)]) {
    const tab = isStop(control, first) ? 0 : -1;
    if (control.tabIndex !== tab) control.tabIndex = tab;
  }
};

const step = (controls, from, by) => controls[controls.indexOf(from) + by];

const moveLine = (line, by) => {
  const lines = [...line.parentElement.children];
  const place = lines.indexOf(line) + by;
  if (place >= 0 && place < lines.length) return ask(`move:${line.dataset.item}:${place}`);
  const lists = [...sheet().querySelectorAll("[data-lines]")];
  const list = step(lists, line.parentElement, by);
  if (!list) return announce(by < 0 ? "It is the first line." : "It is the last line.");
  const part = list.closest("[data-part]").dataset.part;
  ask(`send:${line.dataset.item}:${part}:${by < 0 ? list.children.length : 0}`);
};

form.addEventListener("keydown", (event) => {
  const { target, key, altKey, isComposing } = event;
  if (isComposing || event.ctrlKey || event.metaKey || event.shiftKey || !groupOf(target)) return;
  const by = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[key];
  const upOrDown = key === "ArrowDown" || key === "ArrowUp";
  const controls = controlsOf(groupOf(target));
  if (altKey) {
    const line = target.closest("[data-item]");
    if (!upOrDown || !line) return;
    event.preventDefault();
    return moveLine(line, by);
  }
  if (isText(target)) {
    const { selectionStart, selectionEnd, value } = target;
    if (upOrDown) {
      // Where the key leaves the caret alone, the text has no further line in that direction.
      setTimeout(() => {
        if (document.activeElement !== target || target.selectionStart !== selectionStart) return;
        const texts = [...sheet().querySelectorAll("textarea")].filter(isShown);
        step(texts, target, by)?.focus();
      });
    } else if (key === "ArrowRight" && selectionStart === value.length && selectionStart === selectionEnd) {
      const next = step(controls, target, 1);
      if (next) event.preventDefault();
      next?.focus();
    }
    return;
  }
  if (target.matches("input")) return;
  const text = controls.find(isText);
  const next = key === "Escape" ? text : by && step(controls, target, by);
  if (!next) return;
  event.preventDefault();
  next.focus();
});

new MutationObserver(rove).observe(form, { childList: true, subtree: true });
rove();
