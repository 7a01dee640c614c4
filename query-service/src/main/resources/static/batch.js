/**
 * Keeps the page of a batch at what it has come to, while it waits or runs. The archive tells of
 * every change; the page is asked for anew at most once a second. What is said aloud is said at
 * each quarter, and at the end.
 */
const EVERY_MILLIS = 1000;
const EVENTS = ["import", "correction", "undo"];
const said = document.getElementById("batch-said");
let quarter = 0;
let timer = 0;

function batch() {
  return document.getElementById("batch");
}

function say() {
  const progress = batch().querySelector("progress");
  const now = progress?.hasAttribute("value") ? Math.floor((4 * progress.value) / progress.max) : 0;
  if (!batch().dataset.watch || now > quarter) said.textContent = batch().querySelector(".standing").parentElement.textContent;
  quarter = now;
}

async function renew() {
  timer = 0;
  const answer = await fetch(location);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.getElementById("batch");
  if (!next) return;
  const focused = batch().contains(document.activeElement);
  batch().replaceWith(next);
  watched();
  say();
  if (focused) (next.querySelector("button") ?? document.querySelector("main")).focus();
}

function watched() {
  batch()
    .querySelectorAll(".unwatched")
    .forEach((hint) => (hint.hidden = true));
}

if (batch()?.dataset.watch) {
  const source = new EventSource(batch().dataset.watch);
  const soon = (event) => {
    const state = JSON.parse(event.data).state;
    const ended = state !== "queued" && state !== "running";
    if (ended) source.close();
    if (ended || !timer) {
      clearTimeout(timer);
      timer = setTimeout(renew, ended ? 0 : EVERY_MILLIS);
    }
  };
  EVENTS.forEach((name) => source.addEventListener(name, soon));
  watched();
}
