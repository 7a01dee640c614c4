/**
 * Keeps what is typed into a form in this tab, so that a session that ends, or a page that is left
 * by mistake, loses nothing. It is forgotten when the page says that it was recorded.
 */
const PREFIX = "draft:";
const KEPT = "input:not([type=hidden]), textarea, select";

export function keep(form) {
  const name = PREFIX + form.getAttribute("action");
  const fields = [...form.querySelectorAll(KEPT)];
  const untouched = fields.every(
    (field) => field.tagName === "SELECT" || field.value === field.defaultValue,
  );
  const stored = sessionStorage.getItem(name);
  if (stored && untouched && !form.hasAttribute("data-sent")) {
    const typed = JSON.parse(stored);
    for (const field of fields) if (field.name in typed) field.value = typed[field.name];
  }
  const store = () =>
    sessionStorage.setItem(
      name,
      JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))),
    );
  form.addEventListener("input", store);
  form.addEventListener("change", store);
}

export function forget() {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  }
}

if (document.querySelector("[data-drafts-done]")) forget();
