// Resolves when an editor has had its text checked and nothing of the page has changed for half a second since: the check comes
// half a second after the network fell silent, its marks are drawn anew, and axe loses an element that is replaced while it reads.
() => new Promise((resolve) => {
  const editor = document.getElementById("editor");
  if (!editor?.shadowRoot) return resolve();
  const checked = () => performance.getEntriesByName(new URL(editor.dataset.check, location.href).href).length > 0;
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (checked() ? requestIdleCallback(resolve) : wait()), 500);
  };
  const changes = new MutationObserver(wait);
  for (const root of [document, editor.shadowRoot]) changes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  wait();
});
