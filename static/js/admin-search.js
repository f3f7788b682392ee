// The key « / » goes to the search box of the administration, unless one is writing.
document.addEventListener("keydown", (event) => {
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("[data-quick-search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
