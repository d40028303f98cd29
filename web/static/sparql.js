// The page of the SPARQL endpoint: the plain text field takes Ctrl+Enter, and grows into the editor where its bundle is there.
const field = document.getElementById("query");
const place = document.getElementById("editor");
const run = () => field.form.requestSubmit();

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  }
});

const asked = (answer) => (answer.ok ? answer.json() : { names: [], problems: [] });
const names = async (word) => {
  if (!word) return [];
  const url = new URL(place.dataset.names, location.href);
  url.searchParams.set("q", word);
  return (await fetch(url).then(asked)).names;
};
const check = async (query) => {
  const answer = await fetch(place.dataset.check, { method: "POST", body: new URLSearchParams({ query }) });
  return (await asked(answer)).problems;
};

async function grow() {
  const { createEditor } = await import(place.dataset.bundle);
  const { label, help } = place.dataset;
  const editor = createEditor({
    host: place, doc: field.value, label, help, phrases: JSON.parse(place.dataset.phrases),
    invalid: field.hasAttribute("aria-invalid"), names, check, run, changed: (query) => { field.value = query; },
  });
  field.required = false; // a hidden field cannot say that it is empty; the endpoint does
  field.hidden = true;
  place.hidden = false;
  document.getElementById("editor-help").hidden = false;
  document.querySelector("label[for=query]").addEventListener("click", editor.focus);
}

if (place) grow();
