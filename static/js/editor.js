// The rich-text editor would write a style sheet into the page, which the policy forbids; css/editor.css says the same.
// It leaves its own out where it finds one: this one, empty, let in by the nonce of the editor's own scripts.
const standIn = document.createElement("style");
standIn.nonce = document.querySelector("script[nonce]")?.nonce ?? "";
standIn.dataset.tiptapStyle = "";
document.head.append(standIn);
