// [data-tabs]: a nav of links to parts of the page. On a narrow screen, where the parts do not fit beside each other,
// the links become tabs; on a wide one, and without this script, they stay links within the page.
const narrow = matchMedia("(width < 64rem)");

for (const group of document.querySelectorAll("[data-tabs]")) {
  const list = group.querySelector("nav");
  const tabs = [...list.querySelectorAll("a")];
  const panels = tabs.map((tab) => group.querySelector(tab.getAttribute("href")));
  const named = panels.map((panel) => panel.hasAttribute("aria-labelledby"));
  const left = tabs.map(() => null);
  let open = Math.max(
    0,
    tabs.findIndex((tab) => tab.hash === location.hash),
  );

  const set = (element, on, attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (on) element.setAttribute(name, value);
      else element.removeAttribute(name);
    }
  };

  const arrange = () => {
    const on = narrow.matches;
    set(list, on, { role: "tablist" });
    tabs.forEach((tab, place) => {
      const panel = panels[place];
      tab.id = `${panel.id}-tab`;
      set(tab, on, {
        role: "tab",
        "aria-controls": panel.id,
        "aria-selected": place === open,
        tabindex: place === open ? 0 : -1,
      });
      set(panel, on, { role: "tabpanel" });
      if (!named[place]) set(panel, on, { "aria-labelledby": tab.id });
      panel.hidden = on && place !== open;
    });
  };

  const choose = (number) => {
    if (number === open) return;
    const start = group.getBoundingClientRect().top + scrollY;
    left[open] = scrollY;
    open = number;
    const wanted = left[open] ?? Math.min(scrollY, start);
    arrange();
    scrollTo(0, wanted); // each panel keeps its own scroll position
  };

  list.addEventListener("click", (event) => {
    const number = tabs.indexOf(event.target.closest("a"));
    if (!narrow.matches || number < 0) return;
    event.preventDefault();
    choose(number);
  });
  list.addEventListener("keydown", (event) => {
    const last = tabs.length - 1;
    const keys = {
      ArrowLeft: open ? open - 1 : last,
      ArrowRight: open < last ? open + 1 : 0,
      Home: 0,
      End: last,
    };
    const next = keys[event.key];
    if (!narrow.matches || next === undefined) return;
    event.preventDefault();
    choose(next);
    tabs[next].focus({ preventScroll: true });
  });
  narrow.addEventListener("change", arrange);
  arrange();
}
