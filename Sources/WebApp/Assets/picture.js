// Lets a picture be looked at closely: buttons, and dragging, change the part of it that is shown. Without this script the
// picture scrolls.
const steps = { in: 1 / 1.4, out: 1.4 };

// Where the picture scrolls, what stands highest in it is seen first.
function begin(holder, svg) {
  if (holder.scrollWidth <= holder.clientWidth) return;
  const places = [...svg.querySelectorAll("text")].map((text) => text.getBoundingClientRect());
  const highest = places.reduce((one, other) => (other.top < one.top ? other : one), places[0]);
  if (!highest) return;
  const left = highest.left - holder.getBoundingClientRect().left + holder.scrollLeft;
  holder.scrollLeft = left + highest.width / 2 - holder.clientWidth / 2;
}

function tools(holder) {
  const svg = holder.querySelector("svg");
  const whole = svg?.viewBox.baseVal;
  if (!whole || whole.width === 0) return;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  begin(holder, svg);
  // A small picture that is shown whole can't be looked at any closer.
  if (full.width <= Math.min(holder.clientWidth, 500)) return;
  let view = { ...full };

  const show = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const hold = () => {
    view.x = Math.min(Math.max(view.x, full.x), full.x + full.width - view.width);
    view.y = Math.min(Math.max(view.y, full.y), full.y + full.height - view.height);
  };
  const zoom = (by) => {
    const width = Math.min(full.width, Math.max(full.width / 12, view.width * by));
    const height = (width / full.width) * full.height;
    view = { x: view.x + (view.width - width) / 2, y: view.y + (view.height - height) / 2, width, height };
    hold();
    show();
  };
  const move = (x, y) => {
    view.x += x * view.width;
    view.y += y * view.height;
    hold();
    show();
  };

  const bar = document.createElement("div");
  bar.className = "picture-tools";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Look closer at the picture");
  const actions = [
    ["Zoom in", () => zoom(steps.in)], ["Zoom out", () => zoom(steps.out)], ["Left", () => move(-0.25, 0)],
    ["Right", () => move(0.25, 0)], ["Up", () => move(0, -0.25)], ["Down", () => move(0, 0.25)],
    ["Whole picture", () => { view = { ...full }; show(); }],
  ];
  for (const [words, action] of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button secondary small";
    button.textContent = words;
    button.addEventListener("click", action);
    bar.append(button);
  }
  holder.before(bar);

  let last = null;
  svg.addEventListener("pointerdown", (event) => {
    if (view.width >= full.width) return;
    last = event;
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last) return;
    const box = svg.getBoundingClientRect();
    move((last.clientX - event.clientX) / box.width, (last.clientY - event.clientY) / box.height);
    last = event;
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { last = null; });
}

function prepareAll(place) { for (const holder of place.querySelectorAll(".picture")) tools(holder); }

prepareAll(document);
// A part of the page was put in place of another.
document.addEventListener("fragment", (event) => prepareAll(event.detail));
