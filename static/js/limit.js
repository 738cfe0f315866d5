// Shows how many boxes are checked in a [data-limit] group. The server enforces the limit.
for (const group of document.querySelectorAll("[data-limit]")) {
  const limit = Number(group.dataset.limit);
  const count = group.querySelector("[data-limit-count]");

  const show = () => {
    const chosen = group.querySelectorAll("input:checked").length;
    const over = chosen - limit;
    count.textContent = over > 0 ? `Choose up to ${limit}; remove ${over}` : `${chosen} of ${limit} chosen`;
    count.classList.toggle("over", over > 0);
  };
  group.addEventListener("change", show);
  show();
}
