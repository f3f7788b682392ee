// Behaviour bound by data attributes; every page works without this file.

// data-confirm="question": asks before a form is sent or a link followed.
document.addEventListener("submit", (event) => {
  const asker = event.submitter?.closest("[data-confirm]") ?? event.target.closest("[data-confirm]");
  if (asker && !window.confirm(asker.dataset.confirm)) event.preventDefault();
}, true);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-confirm]");
  if (link && !window.confirm(link.dataset.confirm)) event.preventDefault();
}, true);

// data-autosubmit: a filter form sends itself on change when htmx does not do it.
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-autosubmit]") && !window.htmx) form.requestSubmit();
});

// What a filter leaves empty stays out of the address that htmx writes: it is there to be sent to somebody.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.verb !== "get") return;
  for (const [name, value] of [...detail.formData]) if (value === "") detail.formData.delete(name);
});

// data-menu: a <details> menu closes on Escape, and when the reader goes elsewhere.
const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("[data-menu][open]")) if (menu !== except) menu.open = false;
};

document.addEventListener("click", (event) => closeMenus(event.target.closest("[data-menu]")));
document.addEventListener("focusin", (event) => closeMenus(event.target.closest("[data-menu]")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = event.target.closest("[data-menu][open]");
  closeMenus();
  menu?.querySelector("summary").focus();
});
