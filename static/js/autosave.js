// Saves the workshop's form while the owner writes, and sends its buttons without leaving the page. The requests are
// those of the form itself; the answer is the sheet as the server has it.
import { grow } from "./grow.js";
import { offered, remember, showOffer } from "./kept-words.js";
import { announce, begun, boxes, form, held, refused, same, sheet, showState, unsaved } from "./sheet.js";
import { renew, takeSheet } from "./take-sheet.js";

const PAUSE = 800;
const BROKEN = 250; // a line with a line break in it: it becomes two as soon as the second has words
const SLOWEST = 15000;
const LOOK = ""; // the action that only fetches what is saved
const queue = [];
let sending = false;
let ended = false;
let failures = 0;
let timer = 0;

const isWaiting = (box) =>
  unsaved(box) && !held(box) && !(refused.has(box.name) && same(box.value, refused.get(box.name)));

const showSaved = () => {
  const left = boxes().filter((box) => unsaved(box) && !held(box)).length;
  if (sheet().querySelector("[data-conflict]")) showState("Not all saved: choose whose words stand", "trouble");
  else if (left) showState("Not all saved: a line needs you", "trouble");
  else if (begun().some((box) => box.value.trim())) showState("Saved, but for the line you are adding");
  else showState("Saved");
};

const verdict = () => form.querySelector(".workshop-verdict").textContent;

// One request at a time, each based on the revision that the last one made.
const body = (action, sent) => {
  const data = new URLSearchParams();
  const seen = [];
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.set("revision", sheet().querySelector("[name=revision]").value);
  data.set("do", action || "save");
  for (const box of boxes().filter((one) => unsaved(one) && (action || !held(one)))) {
    data.set(box.name, box.value);
    seen.push(box.dataset.seen);
    sent.set(box.name, box.value);
  }
  data.set("seen", seen.join(" "));
  for (const radio of sheet().querySelectorAll("[name^=choice-]:checked")) data.set(radio.name, radio.value);
  for (const field of sheet().querySelectorAll("[name=unlocked]")) data.append("unlocked", field.value);
  const reason = form.querySelector(`[data-reason="${action?.match(/^ignore:(.*)/)?.[1]}"]`);
  if (reason) data.set(reason.name, reason.value);
  if (action) {
    for (const box of begun().filter((one) => one.value.trim())) {
      data.set(box.name, box.value);
      sent.set(box.name, box.value);
    }
  }
  return data;
};

// The server is there, and asks to wait: { words: its reason, pause: in milliseconds }.
const askedToWait = (response, text) => {
  const seconds = Number(response.headers.get("Retry-After"));
  const plain = response.headers.get("Content-Type")?.startsWith("text/plain");
  return { words: plain ? text : "", pause: Math.max(seconds || 0, 5) * 1000 };
};

const send = async (action) => {
  const sent = new Map();
  const data = body(action, sent);
  const slow = setTimeout(() => showState("Saving…"), failures ? 0 : 300);
  let response, html;
  try {
    response = await fetch(location.pathname, {
      method: "POST",
      body: data,
      headers: { "X-Part": "sheet" },
      keepalive: data.toString().length < 60000,
      signal: AbortSignal.timeout(20000),
    });
    html = await response.text();
  } catch {
    return "later";
  } finally {
    clearTimeout(slow);
  }
  if (response.status === 503 || response.status === 429) return askedToWait(response, html);
  if (response.status >= 500) return "later";
  const answer = new DOMParser().parseFromString(html, "text/html");
  const next = answer.querySelector("[data-sheet]");
  if (!next) return response.status === 400 || response.status === 413 ? "unreadable" : "ended";
  takeSheet(next, sent, action);
  const before = verdict();
  for (const part of ["[data-findings]", "[data-ready]"]) {
    renew(form.querySelector(part), answer.querySelector(part));
  }
  // What was done, and whether the posting is ready where that has changed: in one, as the later would hide the other.
  const news = [next.dataset.note, verdict() !== before && verdict()].filter(Boolean);
  if (news.length) announce(news.join(" "));
  return "done";
};

const run = async () => {
  if (sending || ended) return;
  clearTimeout(timer);
  const asked = queue.length > 0;
  const action = queue[0];
  if (!asked && !boxes().some(isWaiting)) return showSaved();
  sending = true;
  const outcome = await send(action);
  sending = false;
  if (outcome === "done") {
    failures = 0;
    if (asked) queue.shift();
    remember();
    if (action === "done" && !boxes().some(unsaved)) return location.assign(form.dataset.home);
    return run();
  }
  remember();
  if (outcome.pause) {
    const at = new Date(Date.now() + outcome.pause).toLocaleTimeString([], { timeStyle: "short" });
    showState(`${outcome.words || "Not saved."} Your words are kept here and sent again at ${at}.`, "trouble");
    timer = setTimeout(run, outcome.pause);
  } else if (outcome === "later") {
    failures += 1;
    showState("Not saved: no connection. Your words are kept here and sent again.", "trouble");
    timer = setTimeout(run, Math.min(SLOWEST, 500 * 2 ** failures));
  } else if (outcome === "unreadable") {
    queue.shift();
    showState("Not saved: this is more than one posting can hold. Your words are kept here.", "trouble");
  } else {
    ended = true;
    const link = document.createElement("a");
    link.href = form.dataset.private ?? location.href;
    link.textContent = form.dataset.private ? "Open the draft again" : "Sign in and open it again";
    showState("Not saved: your session has ended. Your words are kept in this browser. ", "trouble", link);
  }
};

const soon = (pause = PAUSE) => {
  clearTimeout(timer);
  timer = setTimeout(run, pause);
};

export const ask = (action) => {
  queue.push(action);
  run();
};

form.addEventListener("input", ({ target, inputType }) => {
  if (target.matches("[name^=choice-]")) return ask("save");
  if (!target.matches("textarea")) return;
  grow(target);
  remember();
  if (!target.dataset.seen) return;
  const broken = target.value.trim().includes("\n");
  soon(!broken ? PAUSE : inputType === "insertFromPaste" ? 0 : BROKEN);
});

form.addEventListener("focusout", ({ target }) => {
  if (!target.dataset.seen || !target.matches("textarea")) return;
  if (/^\s*\n|\n\s*$/.test(target.value) && target.value.trim()) target.value = target.value.trim();
  if (!target.value.trim()) soon(0);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (ended) return;
  if (event.submitter?.getAttribute("aria-disabled") === "true") return announce("It is already there.");
  ask(event.submitter?.value || "save");
});

addEventListener("online", () => soon(0));
document.addEventListener("visibilitychange", () => document.hidden && run());
addEventListener("pagehide", run);
// A page restored from the browser's cache may show less than what is saved.
addEventListener("pageshow", ({ persisted }) => {
  const [visit] = performance.getEntriesByType("navigation");
  if (persisted || visit?.type === "back_forward") ask(LOOK);
});

form.classList.add("is-live");
// A reload shows what is saved. Unsaved words are stored already; those the browser would restore, without their
// `seen`, would count as new ones.
form.autocomplete = "off";
for (const plain of form.querySelectorAll("[data-plain]")) plain.hidden = true;
[...boxes(), ...begun()].forEach(grow);
remember(); // words may have been typed before this script was loaded
// Stored words may have been sent while the page was left: fetch what is saved before offering them.
if (offered.length) queue.push(LOOK);
run().then(() => offered.length && showOffer(offered));
