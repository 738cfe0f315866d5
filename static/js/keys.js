// input[data-keys] takes several keys with commas between. A browser completes the whole of an input from its list, so
// the input in use gets a list whose entries begin with the keys that are there already.
const own = document.createElement("datalist");
own.id = "keys-in-use";
document.body.append(own);

const complete = (input) => {
  const list = document.getElementById(input.dataset.list);
  if (!list) return;
  const before = input.value.replace(/[^,]*$/, "").trim();
  const given = new Set(input.value.split(",").map((key) => key.trim()));
  const options = [...list.options].filter(({ value }) => !given.has(value));
  own.replaceChildren(
    ...options.map(({ value, textContent }) => {
      const option = document.createElement("option");
      option.value = before ? `${before} ${value}` : value;
      option.textContent = textContent;
      return option;
    }),
  );
};

document.addEventListener("focusin", ({ target }) => {
  if (!target.matches("input[data-keys]")) return;
  target.dataset.list ??= target.getAttribute("list");
  target.setAttribute("list", own.id);
  complete(target);
});
document.addEventListener("input", ({ target }) => {
  if (target.matches("input[data-keys][data-list]")) complete(target);
});
