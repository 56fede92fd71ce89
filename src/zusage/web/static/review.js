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
      if (event.key === "Escape") {
        const around = at.closest("details[data-key]");
        if (around) around.querySelector("summary").focus();
        else at.blur();
      }
      return;
    }
    if ((event.key === " " || event.key === "Enter") && at.closest("a,button,summary,input")) return;
    const found = document.querySelector(`[data-key~="${CSS.escape(named(event.key))}"]`);
    if (!found || !(isOn() || event.key === "?")) return;
    event.preventDefault();
    if (found.matches("details")) {
      found.open = !found.open;
      const first = found.open && found.querySelector("input:not([type=hidden],[type=checkbox]),select");
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
    // By keyboard: arrows go from word to word (up and down by lines), with the shift key they take more words.
    text.addEventListener("keydown", (event) => {
      const by = { ArrowRight: ["forward", "word"], ArrowLeft: ["backward", "word"], ArrowDown: ["forward", "line"], ArrowUp: ["backward", "line"] }[event.key];
      if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const selection = document.getSelection();
      if (!selection.rangeCount || !text.contains(selection.anchorNode)) {
        selection.collapse(text, 0);
      } else if (event.shiftKey) {
        selection.modify("extend", ...by);
      } else {
        if (by[0] === "forward" && by[1] === "word") selection.collapseToEnd(); else selection.collapseToStart();
        selection.modify("move", ...by);
      }
      if (!event.shiftKey || selection.isCollapsed) selection.modify("extend", "forward", "word");
      const box = selection.getRangeAt(0).getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight) window.scrollBy(0, box.top - window.innerHeight / 2);
    });
    const show = () => {
      const chosen = document.querySelector("input[name=kind]:checked").value;
      for (const kind of ["commitment", "position"]) {
        const part = document.querySelector(`.for-${kind}`);
        part.hidden = chosen !== kind;
        for (const each of part.querySelectorAll("[data-needed]")) each.required = chosen === kind;
      }
    };
    document.querySelectorAll("input[name=kind]").forEach((each) => each.addEventListener("change", show));
    show();
  }
})();
