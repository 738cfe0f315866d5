// <a data-comment-on="key of a line" data-comment-seen="mark of its words"> brings the page's one form of comments,
// [data-comment-form], below its line. What was begun in it comes along. Cancel takes it home, [data-comment-home].
const form = document.querySelector("[data-comment-form]");
const home = document.querySelector("[data-comment-home]");
const text = form?.querySelector("textarea");

const put = (place, on, seen) => {
  place.append(form);
  form.querySelector("[data-on]").value = on;
  form.querySelector("[data-seen]").value = seen;
  form.querySelector("[data-line]").hidden = !on;
  form.querySelector("[data-cancel]").hidden = !on;
  form.querySelector("[data-whole]").hidden = Boolean(on);
};

// Where the page came with the form at a line, its link is the one to go back to.
let opener = form?.parentElement.querySelector("[data-comment-on]");
if (form && home) {
  for (const link of document.querySelectorAll("[data-comment-on]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      opener = link;
      put(link.parentElement, link.dataset.commentOn, link.dataset.commentSeen);
      text.focus();
    });
  }
  form.querySelector("[data-cancel]").addEventListener("click", (event) => {
    event.preventDefault();
    put(home, "", "");
    opener?.focus();
  });
}
