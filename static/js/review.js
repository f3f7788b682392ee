// Keys of the review: A accept, C correct, R reject, J and K move. The page works without them.
const current = document.querySelector("[data-review-current]");
const lit = document.querySelector("[data-review-source] .is-lit");
const source = document.querySelector("[data-review-source]");

if (lit && source.scrollHeight > source.clientHeight) {
  source.scrollTop = lit.offsetTop - source.offsetTop - source.clientHeight / 3;
}

const neighbour = (step) => {
  const rows = [...current.parentElement.children];
  return rows[rows.indexOf(current) + step]?.querySelector("[data-review-link]");
};

const acts = {
  a: () => current.querySelector("[data-review-accept]")?.requestSubmit(),
  r: () => current.querySelector("[data-review-reject]")?.requestSubmit(),
  c: () => {
    const sheet = current.querySelector("[data-review-correct]");
    if (!sheet) return;
    sheet.open = true;
    sheet.querySelector("input:not([type=hidden]), textarea, select").focus();
  },
  j: () => neighbour(1)?.click(),
  k: () => neighbour(-1)?.click(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (!current || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = acts[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});
