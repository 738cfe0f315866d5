// <form data-workshop="posting">: what is written is sent by itself, buttons without leaving the page.
// The requests are the form's own; the answer is the sheet as the server sees it. Words wait in
// localStorage until the server has said that it has them.
{
  const form = document.querySelector("[data-workshop]");
  const PAUSE = 800;
  const SLOWEST = 15000;
  const store = `words:${form.dataset.workshop}`;
  const state = form.querySelector("[data-state]");
  const announcer = form.querySelector("[data-announce]");
  const offer = form.querySelector("[data-offer]");
  const LOOK = ""; // asks for no more than to see what is saved
  const queue = [];
  const saved = new Map(); // by name of the box: the text the server has
  const refused = new Map(); // by name: the text it would not take
  let sheet = form.querySelector("[data-sheet]");
  let offered = []; // [name of the box, { text, seen, at }]: more than one may be for the same box
  let sending = false;
  let ended = false;
  let failures = 0;
  let timer = 0;

  const boxes = (root = sheet) => [...root.querySelectorAll("textarea[data-seen]")];
  const begun = (root = sheet) => [...root.querySelectorAll("textarea[data-new]")];
  const named = (root, name) => root.querySelector(`textarea[name="${CSS.escape(name)}"]`);
  // The box of these words. Where its line is gone one out of sight sends them: the server asks what to do with them.
  const boxFor = (name, seen) => {
    const box = named(sheet, name);
    if (box || !seen) return box ?? begun()[0];
    const unseen = document.createElement("textarea");
    Object.assign(unseen, { name, hidden: true });
    unseen.dataset.seen = seen;
    sheet.append(unseen);
    return unseen;
  };

  // As the server tidies: one line, single spaces.
  const tidy = (text) =>
    text.split(/\r\n|[\r\n\u2028\u2029]/).map((part) => part.replace(/[ \t\v\f]+/g, " ").trim()).filter(Boolean).join(" ");
  const same = (one, other) => tidy(one) === tidy(other);
  const unsaved = (box) => !same(box.value, saved.get(box.name) ?? box.defaultValue);
  const waits = (box) => unsaved(box) && !(refused.has(box.name) && same(box.value, refused.get(box.name)));
  const chosen = () => [...sheet.querySelectorAll("[name^=choice-]:checked")];

  // Words kept here until the server has them.

  const inBox = ({ name, value, dataset }) => [name, { text: value, seen: dataset.seen, at: Date.now() }];

  const remember = () => {
    const texts = [...offered, ...[...boxes().filter(unsaved), ...begun().filter((box) => box.value.trim())].map(inBox)];
    try {
      if (texts.length) localStorage.setItem(store, JSON.stringify(texts));
      else localStorage.removeItem(store);
    } catch {
      // No storage here (a private window, or full): the boxes still hold the words.
    }
  };

  const recall = () => {
    try {
      return JSON.parse(localStorage.getItem(store)) ?? [];
    } catch {
      return [];
    }
  };

  const putWith = (box, text) => {
    box.value = box.value.trim() ? `${box.value} ${text}` : text;
  };

  const putBack = () => {
    const first = offered[0][0];
    const left = []; // what stood in a box unsaved makes room, and is offered in its turn
    for (const [name, { text, seen }] of offered) {
      const box = boxFor(name, seen);
      if (seen && unsaved(box)) left.push(inBox(box));
      if (seen) box.dataset.seen = seen;
      if (seen) box.value = text;
      else putWith(box, text);
      box.closest("details")?.setAttribute("open", "");
      grow(box);
    }
    showOffer(left);
    named(sheet, first)?.focus();
    soon(0);
  };

  const showOffer = (texts) => {
    offered = texts.filter(([name, { text }], place) => {
      const box = named(sheet, name);
      const once = texts.findIndex(([other, kept]) => other === name && same(kept.text, text)) === place;
      return once && !(box && same(box.value, text));
    });
    remember();
    offer.hidden = !offered.length;
    offer.replaceChildren();
    if (!offered.length) return;
    const words = document.createElement("p");
    const at = Math.max(...offered.map(([, kept]) => kept.at));
    const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    words.textContent = `Words you typed here (${when}) did not reach us. They are kept in this browser:`;
    const list = document.createElement("ul");
    for (const [, { text }] of offered) {
      const line = document.createElement("li");
      line.dir = "auto";
      line.textContent = text;
      list.append(line);
    }
    const back = button("Put them back", "btn btn-primary", putBack);
    const away = button("Throw them away", "btn btn-plain", () => {
      showOffer([]);
      announce("Thrown away.");
    });
    const actions = document.createElement("p");
    actions.className = "actions";
    actions.append(back, away);
    offer.append(words, list, actions);
    announce(words.textContent);
  };

  const button = (text, looks, press) => {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: looks, textContent: text });
    made.addEventListener("click", press);
    return made;
  };

  // What the owner is told.

  const say = (words, mood = "", ...more) => {
    if (state.textContent !== words || more.length) state.replaceChildren(words, ...more);
    state.dataset.mood = mood;
  };

  const announce = (words) => {
    announcer.textContent = "";
    requestAnimationFrame(() => (announcer.textContent = words));
  };

  const settle = () => {
    const left = boxes().filter(unsaved).length;
    if (sheet.querySelector("[data-conflict]")) say("Not all saved: choose whose words stand", "trouble");
    else if (left) say("Not all saved: a line needs you", "trouble");
    else if (begun().some((box) => box.value.trim())) say("Saved, but for the line you are adding");
    else say("Saved");
  };

  // Sending: one request at a time, each from the revision the last one made.

  const body = (action, sent) => {
    const data = new URLSearchParams();
    const seen = [];
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("revision", sheet.querySelector("[name=revision]").value);
    data.set("do", action || "save");
    for (const box of boxes().filter(unsaved)) {
      data.set(box.name, box.value);
      seen.push(box.dataset.seen);
      sent.set(box.name, box.value);
    }
    data.set("seen", seen.join(" "));
    for (const radio of chosen()) data.set(radio.name, radio.value);
    for (const field of sheet.querySelectorAll("[name=unlocked]")) data.append("unlocked", field.value);
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

  const send = async (action) => {
    const sent = new Map();
    const data = body(action, sent);
    const slow = setTimeout(() => say("Saving…"), failures ? 0 : 300);
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
    if (response.status >= 500 || response.status === 429) return "later";
    const answer = new DOMParser().parseFromString(html, "text/html");
    const next = answer.querySelector("[data-sheet]");
    if (!next) return response.status === 400 || response.status === 413 ? "unreadable" : "ended";
    take(next, sent, action);
    for (const told of ["[data-findings]", "[data-ready]"]) {
      renew(form.querySelector(told), answer.querySelector(told));
    }
    return "done";
  };

  const run = async () => {
    if (sending || ended) return;
    clearTimeout(timer);
    const asked = queue.length > 0;
    const action = queue[0];
    if (!asked && !boxes().some(waits)) return settle();
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
    if (outcome === "later") {
      failures += 1;
      say("Not saved: no connection. Your words are kept here and sent again.", "trouble");
      timer = setTimeout(run, Math.min(SLOWEST, 500 * 2 ** failures));
    } else if (outcome === "unreadable") {
      queue.shift();
      say("Not saved: this is more than one posting can hold. Your words are kept here.", "trouble");
    } else {
      ended = true;
      const link = document.createElement("a");
      link.href = form.dataset.private ?? location.href;
      link.textContent = form.dataset.private ? "Open the draft again" : "Sign in and open it again";
      say("Not saved: your session has ended. Your words are kept in this browser. ", "trouble", link);
    }
  };

  const soon = (pause = PAUSE) => {
    clearTimeout(timer);
    timer = setTimeout(run, pause);
  };

  const ask = (action) => {
    queue.push(action);
    run();
  };

  // The sheet that came back.

  const shape = (root) =>
    [...root.querySelectorAll("[data-item], [data-part], [data-conflict], .conflict, [name=unlocked]")]
      .map((node) => node.dataset.item ?? node.dataset.part ?? node.className + node.value)
      .join();

  const take = (next, sent, action) => {
    const typedSince = new Map();
    for (const box of [...boxes(), ...begun()]) {
      const known = sent.get(box.name) ?? (box.dataset.new ? "" : saved.get(box.name) ?? box.defaultValue);
      if (same(box.value, known)) continue;
      // Not sent yet: written upon the words this page shows, whatever another window has made of them meanwhile.
      const seen = sent.has(box.name) ? "" : box.dataset.seen;
      typedSince.set(box.name, { text: box.value, seen });
      if (seen) named(next, box.name)?.setAttribute("data-seen", seen);
    }
    for (const box of boxes(next)) {
      if (box.closest(".sheet-bad, [data-conflict]")) {
        if (sent.has(box.name)) refused.set(box.name, sent.get(box.name));
        if (!saved.has(box.name)) saved.set(box.name, "");
      } else {
        saved.set(box.name, box.defaultValue);
        refused.delete(box.name);
      }
    }
    if (!action && shape(sheet) === shape(next)) patch(next, typedSince, sent);
    else swap(next, typedSince, action);
    tools(next);
    if (next.dataset.note) announce(next.dataset.note);
  };

  // What the review says now; a fold being read stays open, a reason begun is kept, and so is the focus.
  const reasons = (place) => [...place.querySelectorAll("[data-reason]")].filter((field) => field.value);
  const renew = (place, next) => {
    if (!next || place.innerHTML === next.innerHTML) return;
    const { activeElement: active } = document;
    const held = place.contains(active);
    const folds = [...place.querySelectorAll("details[open]")].map((fold) => fold.dataset.fold);
    const begunReasons = reasons(place);
    const caret = active.dataset?.reason && [active.selectionStart, active.selectionEnd];
    place.replaceChildren(...next.childNodes);
    for (const fold of place.querySelectorAll("details")) fold.open = folds.includes(fold.dataset.fold);
    putReasons(begunReasons);
    if (!held) return;
    const again = caret ? reasonLike(active) : active.id && document.getElementById(active.id);
    (again || place.querySelector("summary, a"))?.focus({ preventScroll: true });
    if (caret && again) again.setSelectionRange(...caret);
  };
  // Of the same finding, though its line reads otherwise now.
  const reasonLike = ({ dataset }) => form.querySelector(`[data-about="${dataset.about}"]`);
  const putReasons = (fields) => {
    for (const field of fields) {
      const next = reasonLike(field);
      if (next) next.value = field.value;
    }
  };

  const patch = (next, typedSince, sent) => {
    sheet.querySelector("[name=revision]").value = next.querySelector("[name=revision]").value;
    sheet.querySelector("[name=seen]").value = next.querySelector("[name=seen]").value;
    for (const box of boxes(next)) {
      const mine = named(sheet, box.name);
      mine.dataset.seen = box.dataset.seen;
      if (!typedSince.has(box.name) && !sent.has(box.name) && !same(mine.value, box.value)) mine.value = box.value;
      const line = mine.closest("[data-item]");
      const other = box.closest("[data-item]");
      if (!line || !other) continue;
      line.className = other.className;
      line.querySelector("[data-reset]").hidden = other.querySelector("[data-reset]").hidden;
      line.querySelector("[data-problem]").textContent = other.querySelector("[data-problem]").textContent;
      line.querySelector("[data-problem]").hidden = other.querySelector("[data-problem]").hidden;
      renew(line.querySelector("[data-remarks]"), other.querySelector("[data-remarks]"));
      line.querySelector(".sheet-note").replaceChildren(...other.querySelector(".sheet-note").childNodes);
      for (const name of ["aria-invalid", "aria-describedby"]) {
        if (box.hasAttribute(name)) mine.setAttribute(name, box.getAttribute(name));
        else mine.removeAttribute(name);
      }
    }
    const told = sheet.querySelector(":scope > .problems");
    const tell = next.querySelector(":scope > .problems");
    if (told && tell) told.replaceWith(tell);
    else if (tell) sheet.prepend(tell);
    else told?.remove();
  };

  // Where a control is to be found on the sheet that comes next: a tool beside a line is named by its line and title.
  const addressOf = (control) => {
    if (control.id) return `#${CSS.escape(control.id)}`;
    const line = control.closest("[data-item]");
    return line && control.title ? `#${CSS.escape(line.id)} [title="${control.title}"]` : null;
  };

  const swap = (next, typedSince, action) => {
    const active = document.activeElement;
    const { selectionStart, selectionEnd } = active;
    const address = addressOf(active);
    const top = active.getBoundingClientRect().top;
    const folds = [...sheet.querySelectorAll("details[open]")].map((fold) => fold.dataset.fold);
    const begunReasons = reasons(sheet);
    sheet.replaceWith(next);
    sheet = next;
    putReasons(begunReasons);
    for (const fold of sheet.querySelectorAll("details")) fold.open = folds.includes(fold.dataset.fold);
    for (const [name, { text, seen }] of typedSince) {
      const mine = named(sheet, name);
      if (mine) mine.value = text;
      else putWith(boxFor(name, seen), text);
    }
    [...boxes(), ...begun()].forEach(grow);
    const again = address && form.querySelector(address);
    const asked = /^(add|bring|remove|reset|unlock)/.test(action ?? "") || !again;
    const place = (asked && document.getElementById(sheet.dataset.focus)) || again;
    const target = place?.matches("li, section") ? place.querySelector("textarea, button") : place;
    if (!target || !form.contains(target)) return;
    target.focus({ preventScroll: true });
    if (target === again && target.matches("textarea")) target.setSelectionRange(selectionStart, selectionEnd);
    const now = target.getBoundingClientRect().top;
    if (sheet.contains(active) || active.isConnected === false) scrollBy(0, now - top);
  };

  const tools = (next) => {
    for (const verb of ["undo", "redo"]) {
      const tool = document.getElementById(`do-${verb}`);
      const what = next.dataset[verb];
      if (!what && document.activeElement === tool) document.getElementById(verb === "undo" ? "do-redo" : "do-undo").disabled = false;
      const hadFocus = document.activeElement === tool;
      tool.disabled = !what;
      tool.title = what;
      tool.querySelector("[data-what]").textContent = ` ${what}`;
      if (hadFocus && tool.disabled) document.getElementById(verb === "undo" ? "do-redo" : "do-undo").focus();
    }
  };

  // Boxes that grow, where the style sheet cannot do it.

  const growsAlone = CSS.supports("field-sizing", "content");
  const grow = (box) => {
    if (growsAlone) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  };

  form.addEventListener("input", ({ target }) => {
    if (target.matches("[name^=choice-]")) return ask("save");
    if (!target.matches("textarea")) return;
    grow(target);
    remember();
    if (target.dataset.seen) soon();
  });

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
    ask("save");
  });

  form.addEventListener("keydown", (event) => {
    const { target, key, isComposing } = event;
    if ((event.ctrlKey || event.metaKey) && key === "s") {
      event.preventDefault();
      return ask("save");
    }
    if (key !== "Enter" || isComposing || !target.matches("textarea, [data-reason]")) return;
    event.preventDefault();
    if (target.dataset.reason) return ask(`ignore:${target.dataset.reason}`);
    if (target.dataset.new) {
      if (target.value.trim()) ask(`add:${target.dataset.new}`);
      return;
    }
    const all = [...sheet.querySelectorAll("textarea")];
    all[all.indexOf(target) + 1]?.focus();
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (ended) return;
    if (event.submitter?.getAttribute("aria-disabled") === "true") return announce("It already stands there.");
    ask(event.submitter?.value || "save");
  });

  form.addEventListener("workshop:do", ({ detail }) => ask(detail));
  addEventListener("online", () => soon(0));
  document.addEventListener("visibilitychange", () => document.hidden && run());
  addEventListener("pagehide", run);
  // Back to a page the browser kept: what it shows may be older than what is saved.
  addEventListener("pageshow", ({ persisted }) => {
    const [visit] = performance.getEntriesByType("navigation");
    if (persisted || visit?.type === "back_forward") ask(LOOK);
  });

  form.classList.add("is-live");
  // A reload shows what is saved. The words not saved are kept above; those the browser would bring back without
  // their `seen` would pass for new ones.
  form.autocomplete = "off";
  for (const plain of form.querySelectorAll("[data-plain]")) plain.hidden = true;
  for (const box of boxes()) {
    // A page that came back with something to settle holds words that are not saved.
    const bad = box.closest(".sheet-bad, [data-conflict]");
    saved.set(box.name, bad ? "" : box.defaultValue);
    if (bad) refused.set(box.name, box.value);
  }
  [...boxes(), ...begun()].forEach(grow);
  offered = recall();
  remember(); // words may have been typed before this script was here
  // Those kept may have been sent in the moment of leaving: see what is saved before offering them.
  if (offered.length) queue.push(LOOK);
  run().then(() => offered.length && showOffer(offered));
}
