// Searches while one types. Without this script the form is sent with its button.
const form = document.querySelector("#search");
const field = form?.querySelector("input[type=search]");
const count = document.querySelector("#search-count");
const list = document.querySelector("#search-hits");
const pause = 200;
let timer = 0;
let running = null;
let asked = field?.value.trim() ?? "";

function item(hit) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = hit.address;
  link.textContent = hit.title;
  const tag = document.createElement("strong");
  tag.className = "tag";
  tag.textContent = hit.sort;
  const text = document.createElement("p");
  text.textContent = hit.text;
  entry.append(link, " ", tag, text);
  return entry;
}

async function search() {
  const words = field.value.trim();
  if (words === asked) return;
  asked = words;
  running?.abort();
  running = new AbortController();
  const query = new URLSearchParams({ q: words });
  try {
    const answer = await fetch(`${form.action}.json?${query}`, { signal: running.signal });
    if (!answer.ok) return;
    const { count: told, hits } = await answer.json();
    list.replaceChildren(...hits.map(item));
    count.textContent = told;
    history.replaceState(null, "", words === "" ? form.action : `${form.action}?${query}`);
  } catch (fault) {
    // A search that was overtaken is no fault; for any other the button still works.
    if (fault.name !== "AbortError") asked = "";
  }
}

if (field && count && list) {
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
}
