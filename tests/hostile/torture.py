# SPDX-License-Identifier: MIT
"""The long form of tests/hostile: many strings, a hundred a paper, and every part of the tests that takes long."""

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import sync_playwright

from dev import browser as installed
from tests.hostile import costly, fuzz
from tests.hostile.judge import judged
from tests.hostile.paper import make
from tests.hostile.stock import stock, stock_judged
from tests.hostile.strings import OURS

FOLDER = Path(__file__).parents[2] / "build" / "torture"
SITE = 100  # strings a paper
CONTROL, CONTROL_PAGES = 100, 600  # strings in places that stock Pelican must run, and pages of it that are looked at


def strings_from(path: Path | None) -> list[str]:
    """Return our own strings, and those of a folder of JSON lists of texts."""
    found = list(OURS)
    for file in sorted(path.glob("*.json")) if path else ():
        found += [each for each in json.loads(file.read_text("utf-8")) if isinstance(each, str)]
    return list(dict.fromkeys(found))


def main(path: Path | None, papers: int, pages: int, mutations: int) -> int:
    """Run all of it, print the counts, and return 1 if anything was found, or if the control ran too little."""
    strings = strings_from(path)
    # Spread over all files, where not every string gets a paper
    step = max(1, len(strings) // (papers * SITE))
    chosen = strings[::step][: papers * SITE]
    print(f"{len(chosen)} of {len(strings)} strings, {SITE} a paper, up to {pages} pages of each kind")
    faults = browsed(chosen, pages)
    print("\nconverter and renderer, what costs most:")
    faults += costly.main(_patterns(path))
    print("\nmutated seeds:")
    faults += fuzz.main(mutations, [])
    print("\nall well" if not faults else f"\n{faults} faults")
    return bool(faults)


def _patterns(path: Path | None) -> Path | None:
    found = sorted(path.glob("pathological*.json")) if path else []
    return found[0] if found else None


def browsed(strings: Sequence[str], pages: int) -> int:
    """Look at papers of the strings in a browser, and at stock Pelican; return how many faults there were."""
    executable, faults = installed.ensure(), 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        for number, start in enumerate(range(0, len(strings), SITE)):
            folder = FOLDER / str(number)
            shutil.rmtree(folder, ignore_errors=True)
            paper = make(folder / "paper", strings[start : start + SITE], whole_keys=10)
            verdict = judged(browser, paper, pages)
            told = [*verdict.faults, *(f"vanished: {each}" for each in paper.silent())]
            print(f"\npaper {number + 1}\n{verdict}", *told, sep="\n", flush=True)
            faults += len(told)
            if not told:
                shutil.rmtree(folder)
        folder = FOLDER / "stock"
        shutil.rmtree(folder, ignore_errors=True)
        dropped = stock(folder, OURS)  # many of others' run nowhere
        count = stock_judged(browser, folder, CONTROL_PAGES)
        browser.close()
    print(f"\ncontrol: stock Pelican, {count.off.pages} pages: {len(count.off.ran)} strings ran, {count.off.runs} runs,"
          f" {len(count.off.strange)} elements and attributes that no template writes, {len(count.off.abroad)} requests"
          f" elsewhere; under our policy {len(count.on.ran)} ran, {len(count.on.violations)} violations;"
          f" {dropped} posts left out, for they end its build")  # fmt: skip
    if len(count.off.ran) < CONTROL:
        print("the control ran too little: the counts above prove nothing")
        faults += 1
    return faults


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[4]) if sys.argv[4:] else None, *map(int, sys.argv[1:4])))
