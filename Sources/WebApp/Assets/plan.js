// Listens for more exact answers, and puts each in the place of the one before. Without this script a link leads to them.
const standing = document.querySelector("#standing");
const answer = document.querySelector("#answer");

function listen(address) {
  const status = standing.querySelector("#status");
  const line = standing.querySelector(".progress");
  const bar = standing.querySelector("progress");
  const hold = standing.querySelector("#hold");
  const stop = hold.querySelector("button");
  for (const place of standing.querySelectorAll("#again, #more, #stop")) place.hidden = true;
  let shown = Number(standing.dataset.models);
  let later = null;
  let job = "";

  const source = new EventSource(`${address}${address.includes("?") ? "&" : "?"}have=${shown}`);
  const end = (words) => {
    source.close();
    line.hidden = true;
    hold.hidden = true;
    if (words) status.textContent = words;
  };
  // From how many models it is still holds when it was stopped.
  const stopped = () => end(`${shown > 0 ? status.textContent : "There is no answer yet."} It was stopped.`);

  // The fragment was made, and everything in it escaped, by the server that this page is from.
  const show = (markup) => {
    const open = new Set([...answer.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent));
    const fresh = new DOMParser().parseFromString(markup, "text/html");
    answer.replaceChildren(...fresh.body.childNodes);
    for (const summary of answer.querySelectorAll("details > summary")) {
      if (open.has(summary.textContent)) summary.parentElement.open = true;
    }
    document.dispatchEvent(new CustomEvent("fragment", { detail: answer }));
  };
  // Whoever is at work in the answer isn't torn away from it.
  const offer = (markup) => {
    later?.remove();
    later = document.createElement("p");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button secondary small";
    button.textContent = "Show the more exact answer";
    button.addEventListener("click", () => { later.remove(); later = null; show(markup); });
    later.append(button);
    standing.append(later);
  };

  source.addEventListener("job", (event) => { job = event.data; });
  source.addEventListener("progress", (event) => {
    const { words, done, of } = JSON.parse(event.data);
    line.hidden = false;
    hold.hidden = false;
    // Before the first answer there is nothing to say but this.
    if (shown === 0) status.textContent = "There is no answer yet.";
    line.querySelector("label").textContent = words;
    if (of > 0) bar.value = done / of; else bar.removeAttribute("value");
  });
  source.addEventListener("answer", (event) => {
    const isBusy = shown > 0 && (answer.contains(document.activeElement) || answer.querySelector(".inline-why"));
    if (isBusy) offer(event.data); else show(event.data);
    shown += 1;
  });
  source.addEventListener("status", (event) => { status.textContent = event.data; });
  source.addEventListener("done", (event) => end(event.data));
  source.addEventListener("stopped", stopped);
  source.addEventListener("failed", (event) => { end(event.data); standing.classList.add("has-error"); });
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) end("The server can’t be reached, or is busy. Load the page again.");
  });
  stop.addEventListener("click", () => {
    // Told, so that it stops at once: the server takes its time to see that nobody listens any more.
    const body = new URLSearchParams({ token: standing.dataset.token });
    if (job) fetch(`/forecasts/${job}/cancel`, { method: "POST", body, redirect: "manual" });
    stopped();
  });
  addEventListener("pagehide", () => source.close());
}

if (standing?.dataset.listen) listen(standing.dataset.listen);
