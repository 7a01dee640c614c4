/** Search as you type: the page of the same search, asked for anew after every pause. */
import { brush } from "./brush.js";

const PAUSE_MILLIS = 250;
const box = document.querySelector("form.search input[name=q]");
const status = document.createElement("p");
let asked = 0;
let timer = 0;

status.className = "heard";
status.role = "status";
document.querySelector("main").before(status);

async function ask() {
  const turn = ++asked;
  const address = new URL(location);
  ["q", "cursor", "after", "wait"].forEach((name) => address.searchParams.delete(name));
  if (box.value.trim()) address.searchParams.set("q", box.value.trim());
  const answer = await fetch(address);
  // What is not a query yet, such as an open quotation mark, is no reason to take results away.
  if (!answer.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== asked) return;
  document.querySelector("main .content").replaceWith(page.querySelector("main .content"));
  document.title = page.title;
  history.replaceState(null, "", address);
  status.textContent = document.querySelector("h1").textContent;
  brush(document.getElementById("histogram"));
}

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE_MILLIS);
});
brush(document.getElementById("histogram"));
