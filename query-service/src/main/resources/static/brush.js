/** Choosing a stretch of time by drawing over the picture of a timeline. */
export function brush(form) {
  const picture = form?.querySelector("svg");
  if (!picture) return;
  const bars = [...picture.querySelectorAll("rect[data-from]")];
  const chosen = picture.querySelector(".chosen");
  let begun = null;

  function barAt(event) {
    const box = picture.getBoundingClientRect();
    const part = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(part * bars.length)));
  }

  function show(one, other) {
    const first = bars[Math.min(one, other)];
    const last = bars[Math.max(one, other)];
    const from = Number(first.getAttribute("x"));
    const to = Number(last.getAttribute("x")) + Number(last.getAttribute("width"));
    chosen.setAttribute("x", from);
    chosen.setAttribute("width", to - from);
    form.elements.validFrom.value = first.dataset.from;
    form.elements.validTo.value = last.dataset.to;
  }

  picture.addEventListener("pointerdown", (event) => {
    begun = barAt(event);
    picture.setPointerCapture(event.pointerId);
    show(begun, begun);
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => {
    if (begun !== null) show(begun, barAt(event));
  });
  picture.addEventListener("pointerup", (event) => {
    if (begun === null) return;
    show(begun, barAt(event));
    begun = null;
    form.requestSubmit();
  });
  picture.addEventListener("pointercancel", () => (begun = null));
}
