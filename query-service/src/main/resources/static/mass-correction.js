/**
 * Correcting what a search finds: names by suggestion, what is typed chooses itself, nothing typed
 * lost.
 */
import { enhance } from "./combobox.js";
import "./qualifiers.js";
import "./draft.js";

const form = document.getElementById("mass-correcting");

function chooses(field, how) {
  field.addEventListener("input", () => {
    const replace = [...form.elements[how]].find((one) => one.value === "replace");
    if (replace.checked) return;
    replace.checked = true;
    replace.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

form.querySelectorAll("[data-suggest]").forEach(enhance);
chooses(form.elements.when, "whenHow");
chooses(document.getElementById("qualifiers"), "qualifiersHow");
