// What pages do beyond plain HTML. Everything works without it: forms only send themselves when a choice is made.
"use strict";
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-send-on-change]");
  if (form) form.requestSubmit();
});
// A file that is too large is said to be so before it is sent.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.dataset.most) return;
  const tooLarge = Array.from(field.files).some((each) => each.size > Number(field.dataset.most));
  field.setCustomValidity(tooLarge ? field.dataset.tooLarge : "");
  field.reportValidity();
});
