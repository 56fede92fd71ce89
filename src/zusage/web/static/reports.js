// A report's statements beside its words: whoever points at a quote or goes to its number sees what was read, and why.
"use strict";
(() => {
  const shown = document.createElement("div");
  shown.className = "card hover-card";
  shown.hidden = true;
  shown.setAttribute("role", "tooltip");
  shown.id = "hover-card";
  document.body.append(shown);
  let at = null;
  const lit = (names, on) => {
    for (const name of names) {
      for (const each of document.querySelectorAll(`[data-said~="${name}"]`)) each.classList.toggle("lit", on);
      document.getElementById(name)?.classList.toggle("lit", on);
    }
  };
  const names = (each) => each.dataset.said.split(" ");
  const hide = () => {
    if (!at) return;
    lit(names(at), false);
    at.removeAttribute("aria-describedby");
    at = null;
    shown.hidden = true;
  };
  const show = (each) => {
    if (each === at) return;
    hide();
    at = each;
    lit(names(each), true);
    const cards = names(each).map((name) => document.getElementById(name)).filter(Boolean);
    shown.replaceChildren(...cards.map((card) => {
      const copy = document.createElement("div");
      copy.className = card.className.replace("lit", "");
      copy.append(...[...card.cloneNode(true).childNodes]);
      for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
      for (const part of copy.querySelectorAll("details")) part.open = cards.length === 1;
      return copy;
    }));
    shown.hidden = false;
    if (each.matches("a")) each.setAttribute("aria-describedby", shown.id);
    const box = each.getClientRects()[0];
    const left = Math.max(16, Math.min(box.left, document.documentElement.clientWidth - shown.offsetWidth - 16));
    const below = box.bottom + 8 + shown.offsetHeight < window.innerHeight || box.top < shown.offsetHeight + 8;
    shown.style.left = `${left + window.scrollX}px`;
    shown.style.top = `${(below ? box.bottom + 8 : box.top - shown.offsetHeight - 8) + window.scrollY}px`;
  };
  let waiting = 0;
  const over = (event) => {
    window.clearTimeout(waiting);
    if (event.target.closest("#hover-card")) return;
    const each = event.target.closest("[data-said]");
    waiting = window.setTimeout(() => (each ? show(each) : hide()), each ? 120 : 260);
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", (event) => {
    const each = event.target.closest("[data-said]");
    if (each) show(each);
    else if (!event.target.closest("#hover-card")) hide();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("click", (event) => {
    const each = event.target.closest("mark[data-said]");
    const isBeside = window.matchMedia("(min-width:64.01rem)").matches; // else the cards are below the text: nobody wants to leave his place
    if (each && isBeside) document.getElementById(names(each)[0])?.scrollIntoView({ block: "nearest" });
    else if (event.target.closest("a.ref")) hide();
  });
})();
