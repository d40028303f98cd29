// A button that copies a text, and a region that tells how that went. Where the connection is not secure there is no clipboard.
export const canCopy = Boolean(navigator.clipboard?.write);

// `text` may be a promise: a browser that wants the copying to begin with the click waits for it (W3C Clipboard API, ClipboardItem).
const toClipboard = (text) => navigator.clipboard.write([
  new ClipboardItem({ "text/plain": Promise.resolve(text).then((found) => new Blob([found], { type: "text/plain" })) }),
]);

// What is told stays for a while, and the next thing told has its whole time.
export function statusRegion() {
  const element = document.createElement("span");
  element.className = "quiet";
  element.setAttribute("role", "status");
  let clearing;
  const tell = (text) => {
    clearTimeout(clearing);
    element.textContent = text;
    if (text) clearing = setTimeout(tell, 8000, "");
  };
  return { element, tell };
}

export function copyButton({ label, name, copied, failed, tell, text }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  if (name) button.setAttribute("aria-label", name);
  button.addEventListener("click", async () => {
    tell("");
    tell(await toClipboard(text()).then(() => copied, () => failed));
  });
  return button;
}
