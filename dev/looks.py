# SPDX-License-Identifier: MIT
"""What only a browser can tell of a page's looks: the contrast of its text, and the rules that nothing uses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import product

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from dev import browser

WIDTHS = (390, 820, 1440)
BODY, ALL = 12.0, 5.0  # the least contrast of a story's text, and of any text
# Every element that has words of its own: the ratio of WCAG 2.2 between its colour and the nearest ground's.
CONTRASTS = """() => {
  const channel = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const paint = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = colour => {
    paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1);
    return paint.getImageData(0, 0, 1, 1).data;
  };
  const light = c => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const ground = e => {
    for (; e; e = e.parentElement) {
      const c = rgba(getComputedStyle(e).backgroundColor);
      if (c[3] === 255) return c;
    }
    return [255, 255, 255, 255];
  };
  return [...document.querySelectorAll('body *')]
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .filter(e => e.checkVisibility() && e.getClientRects().length)
    .map(e => {
      const pair = [light(rgba(getComputedStyle(e).color)), light(ground(e))].sort((a, b) => b - a);
      return [(pair[0] + 0.05) / (pair[1] + 0.05), e.matches('.text > p:not([class])')];
    });
}"""

# Every rule of the page's stylesheets, whatever layer or medium it stands in: its text, and whether it meets anything.
RULES = """() => {
  const found = [];
  const met = selector => {
    const plain = selector.replace(/::?(hover|focus-visible|focus|target|visited|selection|before|after)\\b/g, '');
    const parts = plain.replace(/([>+~ ])\\s*(?=$|,)/g, '').split(',').map(each => each.trim() || '*');
    try { return Boolean(document.querySelector(parts.join(','))); } catch { return true; }
  };
  const walk = rules => { for (const rule of rules) {
    if (rule.selectorText) found.push([rule.cssText, met(rule.selectorText)]);
    else if (rule.cssRules) walk(rule.cssRules);
  } };
  for (const sheet of document.styleSheets) if (!sheet.href?.endsWith('search.css')) walk(sheet.cssRules);
  return found;
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a Chromium."""
    executable = browser.ensure()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=executable)


def axe_faults(address: str, pages: Iterable[str]) -> list[str]:
    """Return what axe has against any of the pages, in light and dark at each of WIDTHS."""
    found = []
    with chromium() as started:
        for scheme in ("light", "dark"):
            page = started.new_page(color_scheme=scheme)
            for each, width in product(pages, WIDTHS):
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(f"{address}/{each}")
                violations = Axe().run(page).response["violations"]
                found += [f"{each} {scheme} {width}: {one['id']}: {one['nodes'][0]['html']}" for one in violations]
    return found


def contrasts(address: str, pages: Iterable[str]) -> list[tuple[str, float, float]]:
    """Return (what, the lowest contrast met, the least allowed) of body text and of all text, in both schemes."""
    lowest: dict[str, float] = defaultdict(lambda: 21.0)
    with chromium() as found:
        for scheme in ("light", "dark"):
            page = found.new_page(color_scheme=scheme)
            for each in pages:
                page.goto(f"{address}/{each}")
                for ratio, is_body in page.evaluate(CONTRASTS):
                    for what in (f"all, {scheme}", *([f"body, {scheme}"] if is_body else [])):
                        lowest[what] = min(lowest[what], ratio)
    return [(what, value, BODY if what.startswith("body") else ALL) for what, value in sorted(lowest.items())]


def unused_css(pages: Iterable[str]) -> tuple[float, list[str]]:
    """Return the share of the rules' text, in per cent, whose selector meets nothing on any page, and those rules.

    The pages are whole addresses. What a reader does is taken as done: `:hover`, `:focus`, `:target`, `:visited`
    count as met. Print counts too.
    """
    used: dict[str, bool] = {}
    with chromium() as found:
        page = found.new_page()
        for each in pages:
            page.goto(each)
            for rule, is_met in page.evaluate(RULES):
                used[rule] = used.get(rule, False) or is_met
    unused = [rule for rule, is_met in used.items() if not is_met]
    return 100 * sum(map(len, unused)) / max(1, sum(map(len, used))), sorted(unused)
