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
// Fields that are empty stay out of addresses.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of Array.from(event.formData)) if (value === "") event.formData.delete(name);
});
// Where a part of the page is replaced, the field that was in use stays in use, and what came of it is told to who cannot see it.
(() => {
  if (!document.querySelector("[hx-get]")) return;
  const told = document.createElement("p");
  told.className = "unseen";
  told.setAttribute("role", "status");
  document.body.append(told);
  let used = null;
  document.addEventListener("htmx:beforeSwap", () => {
    const at = document.activeElement;
    used = at.form && at.name ? { name: at.name, value: at.type === "checkbox" || at.type === "radio" ? at.value : null } : null;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (used && document.activeElement === document.body) {
      const same = Array.from(document.getElementsByName(used.name)).filter((each) => used.value === null || each.value === used.value);
      const again = same.find((each) => event.target.contains(each)) || same.find((each) => each.form);
      if (again) again.focus({ preventScroll: true });
    }
    const words = document.querySelector("#content [role=status], #content h2[role=alert], #content caption, #content .verdict");
    if (words && told.textContent !== words.innerText) told.textContent = words.innerText;
  });
})();
