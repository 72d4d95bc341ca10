# SPDX-License-Identifier: MIT
"""Pelican's own tests, run against the press: `python -m tests.press.pelicans`. Needs a package index.

The source distribution of the Pelican that is installed is fetched into a temporary folder; with a version after the
command, that one, by which its own code is tested. Its tests run twice, with Pelican's own class and with
ours; each that fails with ours alone must be one of DIFFERENT. Exits with 1 where another does, or where one of those
passes.
"""

import os
import re
import subprocess
import sys
import tarfile
import venv
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parents[3]
_THEME = (
    "a template that the theme lacks stops the build: one of Pelican's theme `simple` made empty pages (decision 4)"
)
DIFFERENT = {
    "test_pelican.py::TestPelican::test_order_of_generators": "our renderer comes after Pelican's last generator",
    "test_pelican.py::TestPelican::test_parse_errors": "an error that is no post's stops the build (decision 4)",
    "test_theme.py::TestTemplateInheritance::test_child_theme_with_css_file": _THEME,
    "test_theme.py::TestTemplateInheritance::test_css_only_theme": _THEME,
    "test_theme.py::TestTemplateInheritance::test_theme_inheritance": _THEME,
}
_FAILED = re.compile(r"^(?:FAILED|ERROR) pelican/tests/(\S+)", re.MULTILINE)


def main() -> int:
    """Run both, and say what differs."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else version("pelican")
    with TemporaryDirectory() as temporary:
        source = _fetched(wanted, Path(temporary))
        stock, said = _failures(source)
        ours, said_of_ours = _failures(source, "-p", "tests.press.pelicans.as_press")
    print(f"Pelican {wanted}, its own class: {said}")
    print(f"Pelican {wanted}, the press:     {said_of_ours}")
    for name in sorted(ours & stock):
        print(f"  {name}: fails with Pelican's own class too, here")
    for name in sorted(ours - stock):
        print(f"  {name}: {DIFFERENT.get(name, 'fails with the press, and nothing says why')}")
    wrong = (ours - stock) ^ DIFFERENT.keys()
    if wrong:
        print("not as listed:", *sorted(wrong), sep="\n  ")
    return 1 if wrong else 0


def _fetched(wanted: str, folder: Path) -> Path:
    """Return the folder of a source distribution."""
    venv.create(folder / "pip", with_pip=True)
    pip = [folder / "pip/bin/python", "-m", "pip", "download", "--quiet", "--no-binary", ":all:", "--no-deps"]
    subprocess.run([*pip, "--dest", folder, f"pelican=={wanted}"], check=True)
    with tarfile.open(folder / f"pelican-{wanted}.tar.gz") as packed:
        packed.extractall(folder, filter="data")
    return folder / f"pelican-{wanted}"


def _failures(source: Path, *more: str) -> tuple[set[str], str]:
    """Return the names of the tests that fail, and pytest's last line."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header", *more, "pelican/tests"]
    environment = os.environ | {"PYTHONPATH": f"{source}{os.pathsep}{PROJECT}"}
    ran = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)
    said = ran.stdout.strip().splitlines() or ["nothing was said"]
    if ran.returncode > 1:
        raise SystemExit(ran.stdout + ran.stderr)
    return set(_FAILED.findall(ran.stdout)), said[-1]
