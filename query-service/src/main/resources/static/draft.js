/**
 * Keeps what is typed into a form (data-keep) in this tab, so that a session that ends, or a page
 * that is left by mistake, loses nothing. What was sent is forgotten when the next page says that it
 * was recorded; what was typed into other forms is kept on.
 */
const PREFIX = "draft:";
const SENT = "sent";
const KEPT = "input:not([type=hidden], [type=file]), input[data-keep], textarea, select";

function untouched(field) {
  // A hidden field has no default of its own: in a form that was not sent it begins empty.
  if (field.type === "hidden") return field.value === "";
  if (field.type === "radio") return field.checked === field.defaultChecked;
  return field.tagName === "SELECT"
    ? [...field.options].every((option) => option.selected === option.defaultSelected)
    : field.value === field.defaultValue;
}

function restore(field, typed) {
  if (field.type === "radio") field.checked = field.value === typed;
  else field.value = typed;
}

/**
 * A form that is told to restore may have to make room for the names of what was typed. One that
 * comes back from the archive (data-sent) holds it already.
 */
function keep(form) {
  const name = PREFIX + form.dataset.keep;
  const fields = () => [...form.querySelectorAll(KEPT)];
  const stored = sessionStorage.getItem(name);
  if (stored && !("sent" in form.dataset)) {
    const typed = JSON.parse(stored);
    form.dispatchEvent(new CustomEvent("restore", { detail: Object.keys(typed) }));
    for (const field of fields()) if (field.name in typed) restore(field, typed[field.name]);
  }
  // What was not touched is not kept: the archive may know it better by then.
  const store = () =>
    sessionStorage.setItem(
      name,
      JSON.stringify(
        Object.fromEntries(
          fields()
            .filter((field) => field.type !== "radio" || field.checked)
            .filter((field) => "sent" in form.dataset || !untouched(field))
            .map((field) => [field.name, field.value]),
        ),
      ),
    );
  if ("sent" in form.dataset) store();
  form.addEventListener("input", store);
  form.addEventListener("change", store);
  form.addEventListener("submit", () => sessionStorage.setItem(SENT, name));
}

if (document.querySelector("[data-drafts-done]")) {
  sessionStorage.removeItem(sessionStorage.getItem(SENT));
  sessionStorage.removeItem(SENT);
}
document.querySelectorAll("form[data-keep]").forEach(keep);
