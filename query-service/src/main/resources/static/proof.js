/** Has the reader's own browser check the evidence of the fact on this page. */
import { Refused, verify } from "./evidence.js";

const form = document.getElementById("proof-check");
const said = document.getElementById("proof-said");

async function check() {
  const answer = await fetch(form.dataset.evidence);
  if (!answer.ok) throw new Error(answer.statusText);
  const file = new Uint8Array(await answer.arrayBuffer());
  const { versions, size, seenBy } = await verify(
    file,
    form.elements.key.value.trim().split(/\s+/),
  );
  const proven = form.dataset.proven.replace("{versions}", versions).replace("{size}", size);
  const seen = seenBy.map(({ name, at }) =>
    form.dataset.seen.replace("{witness}", name).replace("{at}", at.toLocaleString(document.documentElement.lang)),
  );
  return [proven, ...seen].join(" ");
}

function why(failure) {
  const code = failure instanceof Refused ? failure.message : "unreadable";
  return document
    .querySelector(`#proof-words [data-code="${code}"]`)
    .textContent.replace("{about}", () => failure.about);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  said.textContent = form.dataset.checking;
  try {
    said.textContent = await check();
  } catch (failure) {
    said.textContent = `${form.dataset.refused} ${why(failure)}`;
  }
});
form.hidden = false;
