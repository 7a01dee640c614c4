/**
 * Sends a form with files (data-upload) and stays on its page until they are taken: no browser puts
 * back what was chosen on a page that it left. Says how much is sent, and why they were refused.
 */
function sent(form, pressed, progress) {
  return new Promise((answered) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (at) => {
      if (at.lengthComputable) progress.value = at.loaded / at.total;
    });
    request.addEventListener("loadend", () => answered(request));
    request.responseType = "document";
    request.open("POST", form.action);
    request.send(new FormData(form, pressed));
  });
}

/** What the archive answered; where nothing came, that nothing did. */
function refusal(form, page) {
  const said = page?.querySelector("main .refused");
  if (said) return document.importNode(said, true);
  const unanswered = document.createElement("p");
  unanswered.className = "notice refused";
  unanswered.role = "alert";
  unanswered.textContent = form.dataset.unanswered;
  return unanswered;
}

/** Whoever has to sign in does so in another tab: this one keeps the files. */
function author(form, page) {
  const now = page?.querySelector("form[data-upload] .author");
  if (!now) return;
  form.querySelector(".author").replaceWith(document.importNode(now, true));
  form.querySelectorAll(".author a").forEach((way) => (way.target = "_blank"));
}

async function upload(event) {
  const form = event.currentTarget;
  event.preventDefault();
  const state = form.querySelector("[data-sending]");
  const buttons = form.querySelectorAll("button");
  state.hidden = false;
  buttons.forEach((button) => (button.disabled = true));
  const answer = await sent(form, event.submitter, state.querySelector("progress"));
  if (answer.status === 200) {
    location.assign(answer.responseURL);
    return;
  }
  state.hidden = true;
  buttons.forEach((button) => (button.disabled = false));
  document.querySelector("main .refused")?.remove();
  form.before(refusal(form, answer.response));
  author(form, answer.response);
  document.querySelector("main .refused").scrollIntoView();
}

document.querySelectorAll("form[data-upload]").forEach((form) => form.addEventListener("submit", upload));
