// The SPARQL editor: CodeMirror in a shadow root, since the pages' policy allows style sheets of scripts only there.
// Who calls it says where completions and mistakes come from; nothing here knows of addresses.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, linter } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";

// Colours are those of the page, so that they follow its light and its dark.
const theme = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--ground)", fontSize: ".9rem", border: "1px solid var(--line-strong)", borderRadius: "var(--radius)" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--code-face)", lineHeight: "1.45", minHeight: "14rem", maxHeight: "36rem", overflow: "auto" },
  ".cm-content": { caretColor: "var(--text)", padding: "var(--s2) 0" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--ground-soft)", color: "var(--text-quiet)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--ground-deep) 50%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--quoted) 60%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--ground-deep)", outline: "1px solid var(--line-strong)" },
  ".cm-tooltip": { backgroundColor: "var(--ground)", color: "var(--text)", border: "1px solid var(--line-strong)", maxWidth: "min(44rem, 90vw)" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--brand)", color: "var(--on-brand)" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--text-quiet)", marginLeft: "1em" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionIcon": { display: "none" },
  // CodeMirror draws these as data: images, which the pages' policy does not allow
  ".cm-diagnostic": { padding: "var(--s1) var(--s3)", borderLeft: "4px solid var(--line-strong)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--wrong)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-lintRange": { backgroundImage: "none !important", textDecoration: "underline wavy 1px", textUnderlineOffset: "3px" },
  ".cm-lintRange-error": { textDecorationColor: "var(--wrong)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warn)" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--wrong)" },
  ".cm-lint-marker": { content: "normal !important", fontWeight: "700", textAlign: "center", lineHeight: "1.3" },
  ".cm-lint-marker-error": { color: "var(--wrong)" },
  ".cm-lint-marker-error::after": { content: "'✕'" },
  ".cm-lint-marker-warning": { color: "var(--warn)" },
  ".cm-lint-marker-warning::after": { content: "'!'" },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--link)", fontWeight: "600" },
  { tag: [tags.string, tags.number, tags.bool, tags.literal], color: "var(--doubt)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--link-visited)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--text-quiet)", fontStyle: "italic" },
  { tag: [tags.url, tags.namespace, tags.atom], color: "var(--warn)" },
]);

// The browser's own way of replacing a selection writes style attributes, which the policy does not allow.
const replacing = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.composing || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

const KEYWORDS = ("SELECT DISTINCT WHERE OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH ASK CONSTRUCT DESCRIBE PREFIX LIMIT OFFSET COUNT BOUND " +
  "COALESCE CONTAINS LCASE LANG REGEX STRSTARTS GROUP_CONCAT SAMPLE").split(" ").concat(["GROUP BY", "ORDER BY", "HAVING", "FILTER NOT EXISTS"]);
const WORD = /[\p{L}\p{N}_:-]+$/u;

function completions(names) {
  return async (context) => {
    const word = context.matchBefore(WORD);
    if (!context.explicit && (!word || word.to - word.from < 2)) return null;
    if (word && "?$@<#\"'".includes(context.state.sliceDoc(word.from - 1, word.from) || " ")) return null;
    const found = await names(word ? word.text : "");
    const typed = word ? word.text.toUpperCase() : "";
    const keywords = typed ? KEYWORDS.filter((name) => name.startsWith(typed) && name !== typed).map((label) => ({ label })) : [];
    const options = [...keywords, ...found.map(({ insert, label, detail }) => ({ label, detail, apply: insert }))];
    return context.aborted || !options.length ? null : { from: word ? word.from : context.pos, options, filter: false };
  };
}

function mistakes(check) {
  return async (view) => {
    const doc = view.state.doc;
    const found = await check(doc.toString());
    return found.map(({ line, column, length, severity, message }) => {
      const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
      const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
      return { from, to: Math.min(from + (length || 1), at.to), severity, message };
    });
  };
}

/** An editor in `host`. `names(word)` and `check(query)` are asked while one types; `run()` on Ctrl+Enter; `changed(query)` at each change. */
export function createEditor({ host, doc, label, help, phrases, invalid, names, check, run, changed }) {
  const root = host.attachShadow({ mode: "open" });
  const runs = () => (run(), true);
  const state = EditorState.create({
    doc,
    extensions: [
      Prec.highest(keymap.of([{ key: "Mod-Enter", run: runs }])),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]), // no key for Tab: it leaves the editor
      EditorState.phrases.of(phrases),
      EditorView.contentAttributes.of({ "aria-label": label, "aria-description": help, lang: "en", spellcheck: "false", "aria-invalid": String(invalid) }),
      EditorView.lineWrapping,
      EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
      lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), closeBrackets(),
      sparql(), syntaxHighlighting(colours), theme, replacing,
      autocompletion({ override: [completions(names)], icons: false }),
      linter(mistakes(check), { delay: 500 }), lintGutter(),
    ],
  });
  const view = new EditorView({ state, parent: root, root });
  return { focus: () => view.focus(), replace: (text) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }) };
}
