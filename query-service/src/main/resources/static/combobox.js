/**
 * Suggestions for names while they are typed: an editable combobox with a list (ARIA Authoring
 * Practices Guide 1.2). A field asks for it by data-suggest="subject" or "property"; one of
 * "value" may come to ask for a subject. What is chosen is written into it as "name [identifier]",
 * which the archive reads like any other name.
 */
import { ask } from "./ask.js";

const NAMED = ["subject", "property"];
const PAUSE_MILLIS = 150;

function option(list, suggestion, at) {
  const item = document.createElement("li");
  item.id = `${list.id}-${at}`;
  item.role = "option";
  item.dir = "auto";
  item.setAttribute("aria-selected", "false");
  item.textContent =
    suggestion.matched === suggestion.label
      ? suggestion.label
      : `${suggestion.label} (${suggestion.matched})`;
  item.dataset.typed = `${suggestion.label} [${suggestion.id}]`;
  list.append(item);
}

export function enhance(input) {
  if (input.role === "combobox") return;
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.role = "listbox";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("aria-label", input.labels[0].textContent);
  const status = document.createElement("p");
  status.className = "heard";
  status.role = "status";
  input.after(list, status);
  input.role = "combobox";
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  let chosen = -1;
  let asked = 0;
  let timer = 0;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function point(at) {
    const items = list.children;
    items[chosen]?.setAttribute("aria-selected", "false");
    chosen = (at + items.length) % items.length;
    items[chosen].setAttribute("aria-selected", "true");
    items[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[chosen].id);
  }

  function take(item) {
    input.value = item.dataset.typed;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function suggest() {
    const what = input.dataset.suggest;
    const typed = input.value.trim();
    const turn = ++asked;
    if (!NAMED.includes(what) || !typed || typed.endsWith("]")) return close();
    const answer = await ask(`/api/v1/suggestions?size=8&q=${encodeURIComponent(typed)}`);
    if (!answer.ok || turn !== asked || document.activeElement !== input) return;
    const { suggestions } = await answer.json();
    const fitting = suggestions.filter((suggestion) => suggestion.what === what);
    if (turn !== asked) return;
    close();
    list.replaceChildren();
    fitting.forEach((suggestion, at) => option(list, suggestion, at));
    list.hidden = fitting.length === 0;
    input.setAttribute("aria-expanded", String(fitting.length > 0));
    status.textContent =
      fitting.length === 0
        ? input.dataset.none
        : input.dataset.some.replace("{n}", fitting.length);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(suggest, PAUSE_MILLIS);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key === "ArrowDown") suggest();
      return;
    }
    if (event.key === "ArrowDown") point(chosen + 1);
    else if (event.key === "ArrowUp") point(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) take(item);
  });
  input.addEventListener("blur", close);
  close();
}
