// The rich-text editor would write a style sheet into the page, which the policy forbids; css/editor.css says the same.
// It leaves its own out where it finds one: this one, empty, let in by the nonce of the editor's own scripts.
const standIn = document.createElement("style");
standIn.nonce = document.querySelector("script[nonce]")?.nonce ?? "";
standIn.dataset.tiptapStyle = "";
document.head.append(standIn);

// The label names the hidden text area; the editor that stands in for it needs the same name, and the same click.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const label = textarea.labels?.[0];
  if (!label) return;
  label.id ||= `${textarea.id}_label`;
  editor.view.dom.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => editor.commands.focus());
});
