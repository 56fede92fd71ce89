// The review's keys, and selecting words of a report. Everything works without it: each key is a button or a link.
"use strict";
(() => {
  const box = document.getElementById("keys-on");
  const kept = "zusage-single-keys";
  if (box) {
    box.checked = localStorage.getItem(kept) !== "off";
    box.addEventListener("change", () => localStorage.setItem(kept, box.checked ? "on" : "off"));
  }
  const isOn = () => localStorage.getItem(kept) !== "off";
  const named = (key) => (key === " " ? "Space" : key);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const at = event.target;
    if (at.closest("input:not([type=radio],[type=checkbox]),select,textarea")) {
      if (event.key === "Escape") at.blur();
      return;
    }
    if ((event.key === " " || event.key === "Enter") && at.closest("a,button,summary,input")) return;
    const found = document.querySelector(`[data-key~="${CSS.escape(named(event.key))}"]`);
    if (!found || !(isOn() || event.key === "?")) return;
    event.preventDefault();
    if (found.matches("details")) {
      found.open = !found.open;
      const first = found.open && found.querySelector("input:not([type=hidden]),select");
      (first || found.querySelector("summary")).focus();
    } else {
      found.click();
    }
  });

  let isSent = false;
  document.addEventListener("submit", (event) => {
    if (isSent) event.preventDefault();
    isSent = true;
  });
  window.addEventListener("pageshow", () => { isSent = false; });

  const text = document.getElementById("report-text");
  const quote = document.getElementById("quote");
  const place = document.getElementById("place");
  if (text && quote && place) {
    document.addEventListener("selectionchange", () => {
      const selection = document.getSelection();
      const words = selection.toString();
      if (selection.rangeCount === 0 || !words.trim() || !text.contains(selection.getRangeAt(0).commonAncestorContainer)) return;
      const range = selection.getRangeAt(0);
      const before = document.createRange();
      before.setStart(text, 0);
      before.setEnd(range.startContainer, range.startOffset);
      quote.value = words.trim();
      place.value = String(Array.from(before.toString()).length);
    });
    const show = () => {
      const chosen = document.querySelector("input[name=kind]:checked").value;
      document.querySelector(".for-commitment").hidden = chosen !== "commitment";
      document.querySelector(".for-position").hidden = chosen !== "position";
    };
    document.querySelectorAll("input[name=kind]").forEach((each) => each.addEventListener("change", show));
    show();
  }
})();
