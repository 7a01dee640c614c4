/**
 * Sends a form with files (data-upload) and stays on its page until they are taken: no browser puts
 * back what was chosen on a page that it left. Says how much is sent, and why they were refused.
 */
function sent(form, content, progress) {
  return new Promise((ended) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (at) => {
      if (at.lengthComputable) progress.value = at.loaded / at.total;
    });
    request.addEventListener("loadend", () => ended(request));
    request.responseType = "document";
    request.open("POST", form.action);
    request.send(content);
  });
}

/** What the page says that came instead, be it the same with a refusal or one of a problem. */
function answered(page) {
  const refused = page?.querySelectorAll("main .refused p") ?? [];
  return refused.length ? refused : (page?.querySelectorAll("main h1, main p") ?? []);
}

/** Whoever has to sign in does so in another tab: this one keeps the files. */
function refusal(form, page) {
  const notice = document.createElement("div");
  notice.className = "notice refused";
  notice.role = "alert";
  for (const part of answered(page)) {
    const paragraph = document.createElement("p");
    paragraph.append(...document.importNode(part, true).childNodes);
    notice.append(paragraph);
  }
  if (!notice.hasChildNodes()) notice.textContent = form.dataset.unanswered;
  notice.querySelectorAll("a").forEach((way) => (way.target = "_blank"));
  return notice;
}

async function upload(event) {
  const form = event.currentTarget;
  event.preventDefault();
  // Before the buttons are disabled: which one was pressed says whether it is a preview.
  const content = new FormData(form, event.submitter);
  const state = form.querySelector("[data-sending]");
  const buttons = form.querySelectorAll("button");
  state.hidden = false;
  buttons.forEach((button) => (button.disabled = true));
  const answer = await sent(form, content, state.querySelector("progress"));
  if (answer.status === 200) {
    location.assign(answer.responseURL);
    return;
  }
  state.hidden = true;
  buttons.forEach((button) => (button.disabled = false));
  document.querySelector("main .refused")?.remove();
  const notice = refusal(form, answer.response);
  form.before(notice);
  notice.scrollIntoView();
}

document.querySelectorAll("form[data-upload]").forEach((form) => form.addEventListener("submit", upload));
