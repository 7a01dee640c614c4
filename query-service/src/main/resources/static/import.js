/** Bringing a table: what is typed beside the files is not lost. */
import { keep } from "./draft.js";

keep(document.getElementById("importing"));
