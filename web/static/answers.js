// The page of an answer: buttons that copy, and pick lists that follow the one they depend on. All of it works without, by the form.
for (const place of document.querySelectorAll(".take[data-copy]")) {
  if (!navigator.clipboard) break; // only where the connection is secure
  for (const source of place.querySelectorAll("pre, .citation, a.long")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = place.dataset.copy;
    const told = source.getAttribute("aria-label");
    if (told) button.setAttribute("aria-label", `${place.dataset.copy}: ${told}`);
    const said = document.createElement("span");
    said.className = "quiet";
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(source.textContent.trim());
      said.textContent = ` ${place.dataset.copied}`;
      setTimeout(() => { said.textContent = ""; }, 4000);
    });
    source.after(" ", button, said);
  }
}

const form = document.querySelector("form[data-options]");
const dependent = form ? [...form.querySelectorAll("select[data-depends]")] : [];

async function follow() {
  const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const answer = await fetch(`${form.dataset.options}?${given}`);
  if (!answer.ok) return;
  const { fields } = await answer.json();
  for (const list of dependent) {
    const chosen = list.value;
    const options = fields[list.name].map(({ value, label, lang }) => {
      const option = new Option(label, value);
      if (lang && lang !== document.documentElement.lang) option.lang = lang;
      return option;
    });
    list.replaceChildren(list.options[0], ...options);
    list.value = options.some((option) => option.value === chosen) ? chosen : "";
  }
}

for (const name of new Set(dependent.map((list) => list.dataset.depends))) {
  form.elements[name]?.addEventListener("change", follow);
}
