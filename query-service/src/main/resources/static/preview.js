/**
 * Shows at once how the archive understands a form: asks for the page's own preview after every
 * change. What the property asks for decides which fields there are.
 */
import { fitRows } from "./qualifiers.js";

const PAUSE_MILLIS = 350;

function fit(form, { datatype, qualifiers }) {
  form.elements.value.dataset.suggest = datatype === "SUBJECT" ? "subject" : "value";
  document.getElementById("language-field").hidden = Boolean(datatype) && datatype !== "TEXT";
  fitRows((qualifiers ?? "").split(","));
}

export function live(form, shown) {
  let asked = 0;
  let timer = 0;
  let preview = shown;

  async function ask() {
    const turn = ++asked;
    const typed = new URLSearchParams(new FormData(form));
    typed.set("step", "preview");
    const answer = await fetch(form.action, {
      method: "POST",
      body: typed,
      headers: { "Defter-Part": "preview" },
    });
    if (!answer.ok || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("preview");
    if (!next) return;
    next.querySelectorAll("[autofocus]").forEach((one) => one.removeAttribute("autofocus"));
    const focused = preview.contains(document.activeElement) ? document.activeElement.id : "";
    preview.replaceChildren(...next.childNodes);
    if (focused) document.getElementById(focused)?.focus();
    fit(form, next.dataset);
  }

  const soon = (event) => {
    if (preview.contains(event.target)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MILLIS);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  fit(form, preview.dataset);
}
