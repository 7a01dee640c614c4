/**
 * Recording a fact from a source: words by selection, names by suggestion, a subject that is new by
 * the name that was typed, a preview at once.
 */
import { enhance } from "./combobox.js";
import "./qualifiers.js";
import "./draft.js";
import { offer } from "./new-subject.js";
import { live } from "./preview.js";
import { select } from "./words.js";

const form = document.getElementById("recording");
const reader = document.getElementById("reader");

document.querySelectorAll(".scripted").forEach((hint) => (hint.hidden = false));
form.querySelectorAll("[data-suggest]").forEach(enhance);
select(reader, form);
offer(form);
live(form, document.getElementById("preview"));
