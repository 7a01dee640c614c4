/** Copies a citation, which the archive writes, to the clipboard. */
import { ask } from "./ask.js";

const said = document.getElementById("copied");

for (const button of document.querySelectorAll("button.copy")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const answer = await ask(button.dataset.from);
    if (!answer.ok) return location.assign(button.dataset.from);
    await navigator.clipboard.writeText(await answer.text());
    said.textContent = button.closest("[data-copied]").dataset.copied;
  });
}
