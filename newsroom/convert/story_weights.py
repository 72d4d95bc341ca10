# SPDX-License-Identifier: MIT
"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""

# Above 0 a page is more likely none.
NO_SIGN = 1.15
WEIGHTS = {
    "published": -0.91,
    "authors": -0.91,
    "agency": -1.69,
    "run": -5.25,
    "lines": 5.53,
    "short_head": 1.18,
    "long_head": -3.01,
    "past": -1.42,
    "say": -2.19,
    "may": 1.38,
    "when": -0.94,
    "questions": 1.92,
    "exclaims": 2.01,
    "forum": 1.27,
    "shop": 2.40,
    "listing": 2.96,
    "links": 0.98,
    "entries": 1.48,
}
