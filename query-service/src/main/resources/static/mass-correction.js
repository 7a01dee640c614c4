/** Correcting what a search finds: names by suggestion, nothing typed lost. */
import { enhance } from "./combobox.js";
import { keep } from "./draft.js";

const form = document.getElementById("mass-correcting");

keep(form);
form.querySelectorAll("[data-suggest]").forEach(enhance);
