// The page of an answer: buttons that copy, and pick lists that follow the one they depend on. All of it works without, by files and the form.
import { canCopy, copyButton, statusRegion } from "./copying.js";

for (const place of canCopy ? document.querySelectorAll(".take[data-copy]") : []) {
  const { copy, copied, failed } = place.dataset;
  for (const source of place.querySelectorAll("pre, .citation, a.long")) {
    const told = source.getAttribute("aria-label");
    const name = told && `${copy}: ${told}`;
    const { element, tell } = statusRegion();
    const button = copyButton({ label: copy, name, copied, failed, tell, text: () => source.textContent.trim() });
    source.after(" ", button, " ", element);
  }
  const tables = place.querySelectorAll("a[data-copy]");
  if (!tables.length) continue;
  const line = document.createElement("p");
  const { element, tell } = statusRegion();
  for (const { href, dataset } of tables) {
    line.append(copyButton({ label: dataset.copy, copied: dataset.copied, failed, tell, text: () => textOf(href) }), " ");
  }
  line.append(element);
  place.querySelector(".downloads").after(line);
}

async function textOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
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
