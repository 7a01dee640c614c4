/**
 * Rows of circumstances: one more, or one less. Rows keep their numbers, so that what was typed
 * finds its row again; one that is taken away stays, empty and out of sight. To be imported before
 * what is kept is put back, which may need further rows.
 */
import { enhance } from "./combobox.js";

const NUMBERED = ["id", "name", "for"];
const block = document.getElementById("qualifiers");
const template = block.querySelector("template");
const more = block.querySelector("button[name=choose][value^=rows]");

function rows() {
  return block.querySelectorAll(".qualifier");
}

function lessens(row) {
  const less = row.querySelector(".less");
  less.hidden = false;
  less.addEventListener("click", () => {
    row.querySelectorAll("[type=text]").forEach((field) => (field.value = ""));
    row.hidden = true;
    less.dispatchEvent(new Event("change", { bubbles: true }));
    more.focus();
  });
}

function add() {
  const at = rows().length;
  const row = template.content.firstElementChild.cloneNode(true);
  for (const one of row.querySelectorAll("*"))
    for (const name of NUMBERED)
      if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).replace("N", at));
  template.before(row);
  lessens(row);
  row.querySelectorAll("[data-suggest]").forEach(enhance);
  return row;
}

rows().forEach(lessens);
more.addEventListener("click", (event) => {
  event.preventDefault();
  add().querySelector("input").focus();
});
block.closest("form").addEventListener("restore", (event) => {
  const kept = event.detail
    .map((name) => Number(/^qualifier-(\d+)-/.exec(name)?.[1] ?? -1))
    .filter((row) => row >= 0);
  if (kept.length > 0) block.closest("details")?.setAttribute("open", "");
  while (rows().length <= Math.max(...kept)) add();
});

/** Shows of each row what the kind of its value asks for; the kinds by name, in order. */
export function fitRows(datatypes) {
  rows().forEach((row, at) => {
    const datatype = datatypes[at];
    const language = row.querySelector(".language");
    row.querySelectorAll("[type=text]")[1].dataset.suggest =
      datatype === "SUBJECT" ? "subject" : "value";
    language.hidden = Boolean(datatype) && datatype !== "TEXT";
    // What is out of sight says nothing.
    language.querySelector("input").disabled = language.hidden;
  });
}
