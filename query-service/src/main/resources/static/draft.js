/**
 * Keeps what is typed into a form in this tab, so that a session that ends, or a page that is left
 * by mistake, loses nothing. It is forgotten when the page says that it was recorded.
 */
const PREFIX = "draft:";
const KEPT = "input:not([type=hidden], [type=file]), textarea, select";

function untouched(field) {
  return field.tagName === "SELECT"
    ? [...field.options].every((option) => option.selected === option.defaultSelected)
    : field.value === field.defaultValue;
}

/** A form that comes back from the archive (data-sent) holds what was typed already. */
export function keep(form) {
  // What is typed for one search is not for another.
  const name = PREFIX + form.getAttribute("action") + (form.elements.search?.value ?? "");
  const fields = [...form.querySelectorAll(KEPT)];
  const stored = sessionStorage.getItem(name);
  if (stored && !("sent" in form.dataset)) {
    const typed = JSON.parse(stored);
    for (const field of fields) if (field.name in typed) field.value = typed[field.name];
  }
  // What was not touched is not kept: the archive may know it better by then.
  const store = () =>
    sessionStorage.setItem(
      name,
      JSON.stringify(
        Object.fromEntries(
          fields
            .filter((field) => "sent" in form.dataset || !untouched(field))
            .map((field) => [field.name, field.value]),
        ),
      ),
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
