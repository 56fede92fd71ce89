// What pages do beyond plain HTML. Everything works without it: forms only send themselves when a choice is made.
"use strict";
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-send-on-change]");
  if (form) form.requestSubmit();
});
