/**
 * Registering what a fact is about: the name is what was typed by which nothing was found, or the
 * words that were selected, until somebody types another one; Enter registers it.
 */
export function offer(form) {
  const block = document.getElementById("new-subject");
  const { newName, offered, subject, exact } = form.elements;

  function call() {
    if (newName.value !== offered.value) return;
    const typed = subject.value.trim();
    newName.value = offered.value = typed && !typed.endsWith("]") ? typed : exact.value.trim();
    newName.dispatchEvent(new Event("change", { bubbles: true }));
  }

  block.querySelector("summary").addEventListener("click", () => {
    if (block.open) return;
    call();
    setTimeout(() => newName.focus());
  });
  newName.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    form.requestSubmit(block.querySelector("button[value=new]"));
  });
}
