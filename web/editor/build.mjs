// editor.js and what it imports → one file named by its contents, with the licences of all that is in it and a manifest.
// Run by hatch_build.py: node build.mjs OUT
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const out = process.argv[2];
const { metafile } = await build({
  entryPoints: ["editor.js"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none", // the licences stand whole in a file of their own
  outdir: out,
  entryNames: "[name]-[hash]",
  metafile: true,
});

const folder = /^node_modules\/(?:@[^/]+\/)?[^/]+/;
const packages = [...new Set(Object.keys(metafile.inputs).map((path) => path.match(folder)?.[0]).filter(Boolean))].sort();
const licence = (path) => readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
const missing = packages.filter((path) => !licence(path));
if (missing.length) throw new Error(`no licence text in ${missing.join(", ")}`);

const described = packages.map((path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  return { name, version, license, text: readFileSync(join(path, licence(path)), "utf8") };
});
writeFileSync(
  join(out, "THIRD_PARTY_LICENSES.txt"),
  described.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`).join(`\n${"-".repeat(72)}\n\n`),
);
writeFileSync(
  join(out, "manifest.json"),
  JSON.stringify({ editor: basename(Object.keys(metafile.outputs)[0]), packages: described.map(({ name, version }) => `${name} ${version}`) }, null, 1),
);
