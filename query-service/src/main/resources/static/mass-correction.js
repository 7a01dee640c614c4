/** Correcting what a search finds: names by suggestion, nothing typed lost. */
import { enhance } from "./combobox.js";
import "./draft.js";

const form = document.getElementById("mass-correcting");

form.querySelectorAll("[data-suggest]").forEach(enhance);
