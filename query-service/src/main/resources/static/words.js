/**
 * Selecting words of a transcription, by mouse or by keyboard. What is taken is described as the
 * archive describes a passage: the words, what stands before and after them, and their paragraph.
 */
const CONTEXT = 32;
const WORD = /\S+/gu;

/** A place in the text of an element, as a node and an offset. */
function place(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let node = walker.nextNode();
  while (node.data.length < left) {
    left -= node.data.length;
    node = walker.nextNode();
  }
  return [node, left];
}

function offset(element, node, at) {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, at);
  return range.toString().length;
}

/** The words that are selected now in the first paragraph they are in; null when none are. */
function selected(reader) {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const words = [...reader.querySelectorAll(".words")].find((one) => range.intersectsNode(one));
  if (!words) return null;
  const text = words.textContent;
  let start = words.contains(range.startContainer)
    ? offset(words, range.startContainer, range.startOffset)
    : 0;
  let end = words.contains(range.endContainer)
    ? offset(words, range.endContainer, range.endOffset)
    : text.length;
  while (start < end && /\s/u.test(text[start])) start++;
  while (end > start && /\s/u.test(text[end - 1])) end--;
  return start === end
    ? null
    : {
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - CONTEXT), start),
        suffix: text.slice(end, end + CONTEXT),
        paragraph: words.dataset.paragraph,
      };
}

/** Words are chosen by arrow keys: a paragraph, a word in it, more words. */
function byKeyboard(reader, take) {
  const paragraphs = [...reader.querySelectorAll(".words")];
  let at = 0;
  let first = 0;
  let last = 0;
  let begun = false;

  function show() {
    const words = [...paragraphs[at].textContent.matchAll(WORD)];
    first = Math.max(0, Math.min(first, words.length - 1));
    last = Math.max(first, Math.min(last, words.length - 1));
    const [from, to] = [words[first].index, words[last].index + words[last][0].length];
    document
      .getSelection()
      .setBaseAndExtent(...place(paragraphs[at], from), ...place(paragraphs[at], to));
    paragraphs[at].scrollIntoView({ block: "nearest" });
  }

  function move(key, more) {
    const step = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    if (!begun) {
      begun = true;
    } else if (key === "ArrowUp" || key === "ArrowDown") {
      at = Math.max(0, Math.min(at + step, paragraphs.length - 1));
      first = last = 0;
    } else if (more) {
      last = Math.max(first, last + step);
    } else {
      first = last = Math.max(0, (step > 0 ? last : first) + step);
    }
    show();
  }

  reader.tabIndex = 0;
  reader.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow")) move(event.key, event.shiftKey);
    else if (event.key === "Enter") take();
    else return;
    event.preventDefault();
  });
}

/** Puts what is selected into a form; taken with Enter, the form's next field is gone to. */
export function select(reader, form) {
  function fill() {
    const found = selected(reader);
    if (!found) return;
    for (const [name, value] of Object.entries(found)) form.elements[name].value = value;
    form.elements.start.value = "";
    form.elements.exact.dispatchEvent(new Event("change", { bubbles: true }));
  }
  reader.addEventListener("pointerup", () => setTimeout(fill));
  byKeyboard(reader, () => {
    fill();
    form.elements.subject.focus();
  });
}
