/** Correcting a fact: names by suggestion, before and after at once, nothing typed lost. */
import { enhance } from "./combobox.js";
import "./qualifiers.js";
import "./draft.js";
import { live } from "./preview.js";

const form = document.getElementById("correcting");

form.querySelectorAll("[data-suggest]").forEach(enhance);
live(form, document.getElementById("preview"));
