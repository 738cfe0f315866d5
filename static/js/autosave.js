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
  const queue = [];
  const saved = new Map(); // by name of the box: the text the server has
  const refused = new Map(); // by name: the text it would not take
  let sheet = form.querySelector("[data-sheet]");
  let offered = {};
  let sending = false;
  let ended = false;
  let failures = 0;
  let timer = 0;

  const boxes = (root = sheet) => [...root.querySelectorAll("textarea[data-seen]")];
  const begun = (root = sheet) => [...root.querySelectorAll("textarea[data-new]")];
  const named = (root, name) => root.querySelector(`textarea[name="${CSS.escape(name)}"]`);

  // As the server tidies: one line, single spaces.
  const tidy = (text) =>
    text.split(/\r\n|[\r\n\u2028\u2029]/).map((part) => part.replace(/[ \t\v\f]+/g, " ").trim()).filter(Boolean).join(" ");
  const same = (one, other) => tidy(one) === tidy(other);
  const unsaved = (box) => !same(box.value, saved.get(box.name) ?? box.defaultValue);
  const waits = (box) => unsaved(box) && !(refused.has(box.name) && same(box.value, refused.get(box.name)));
  const chosen = () => [...sheet.querySelectorAll("[name^=choice-]:checked")];

  // Words kept here until the server has them.

  const remember = () => {
    const texts = { ...offered };
    for (const box of boxes().filter(unsaved)) texts[box.name] = { text: box.value, seen: box.dataset.seen };
    for (const box of begun().filter((one) => one.value.trim())) texts[box.name] = { text: box.value };
    try {
      if (Object.keys(texts).length) localStorage.setItem(store, JSON.stringify({ at: Date.now(), texts }));
      else localStorage.removeItem(store);
    } catch {
      // No storage here (a private window, or full): the boxes still hold the words.
    }
  };

  const recall = () => {
    try {
      return JSON.parse(localStorage.getItem(store)) ?? { texts: {} };
    } catch {
      return { texts: {} };
    }
  };

  const putBack = () => {
    for (const [name, { text, seen }] of Object.entries(offered)) {
      let box = named(sheet, name);
      if (!box && seen) {
        // Its line is gone: the server will ask what to do with the words.
        box = document.createElement("textarea");
        Object.assign(box, { name, hidden: true });
        sheet.append(box);
      }
      if (!box) box = begun()[0];
      if (seen) box.dataset.seen = seen;
      box.value = !seen && box.value.trim() ? `${box.value} ${text}` : text;
      box.closest("details")?.setAttribute("open", "");
      grow(box);
    }
    const first = Object.keys(offered)[0];
    offered = {};
    offer.hidden = true;
    offer.replaceChildren();
    named(sheet, first)?.focus();
    remember();
    soon(0);
  };

  const makeOffer = () => {
    const { at, texts } = recall();
    offered = {};
    for (const [name, kept] of Object.entries(texts)) {
      const box = named(sheet, name);
      if (!box || !same(box.value, kept.text)) offered[name] = kept;
    }
    if (!Object.keys(offered).length) return remember();
    const words = document.createElement("p");
    const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    words.textContent = `Words you typed here (${when}) did not reach us. They are kept in this browser:`;
    const list = document.createElement("ul");
    for (const { text } of Object.values(offered)) {
      const line = document.createElement("li");
      line.dir = "auto";
      line.textContent = text;
      list.append(line);
    }
    const back = button("Put them back", "btn btn-primary", putBack);
    const away = button("Throw them away", "btn btn-plain", () => {
      offered = {};
      offer.hidden = true;
      offer.replaceChildren();
      remember();
      announce("Thrown away.");
    });
    const actions = document.createElement("p");
    actions.className = "actions";
    actions.append(back, away);
    offer.replaceChildren(words, list, actions);
    offer.hidden = false;
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
    data.set("do", action ?? "save");
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
    const action = queue[0];
    if (!action && !boxes().some(waits)) return settle();
    sending = true;
    const outcome = await send(action);
    sending = false;
    if (outcome === "done") {
      failures = 0;
      if (action) queue.shift();
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
      if (!same(box.value, known)) typedSince.set(box.name, box.value);
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
    for (const [name, text] of typedSince) {
      const box = named(sheet, name) ?? begun()[0];
      box.value = text;
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
    if (persisted || visit?.type === "back_forward") ask("save");
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
  offered = recall().texts;
  if (Object.keys(offered).length) {
    // They may have been sent in the moment of leaving: see what is saved before offering them.
    queue.push("save");
    run().then(makeOffer);
  } else {
    // Words may have been typed before this script was here.
    remember();
    run();
  }
}
