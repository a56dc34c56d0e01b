// Opens the reason behind a sentence beneath it, in place of a jump to the end of the page. Without this script the link
// leads there.
const panels = new Map();

function panel(link) {
  const reason = document.querySelector(link.getAttribute("href"));
  if (!reason) return null;
  const place = document.createElement("div");
  place.className = "inline-why";
  for (const child of reason.children) {
    const copy = child.cloneNode(true);
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    place.append(copy);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button secondary small";
  close.textContent = "Close";
  close.addEventListener("click", () => { toggle(link); link.focus(); });
  place.append(close);
  return place;
}

function toggle(link) {
  const open = panels.get(link);
  if (open) {
    open.remove();
    panels.delete(link);
    link.setAttribute("aria-expanded", "false");
    return;
  }
  const place = panel(link);
  if (!place) return;
  const cell = link.closest("td, th, li");
  if (cell) cell.append(place); else link.closest("p, summary, figcaption, dd")?.after(place);
  panels.set(link, place);
  link.setAttribute("aria-expanded", "true");
}

function prepare(link) {
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("role", "button");
  link.addEventListener("click", (event) => { event.preventDefault(); toggle(link); });
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") { event.preventDefault(); toggle(link); }
    if (event.key === "Escape" && panels.has(link)) toggle(link);
  });
}

function prepareAll(place) { for (const link of place.querySelectorAll("a.why")) prepare(link); }

prepareAll(document);
// A part of the page was put in place of another.
document.addEventListener("fragment", (event) => { panels.clear(); prepareAll(event.detail); });
