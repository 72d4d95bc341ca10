# SPDX-License-Identifier: MIT
"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""

# Above 0 a page is more likely none.
NO_SIGN = 3.10
WEIGHTS = {
    "published": -1.81,
    "authors": -0.67,
    "agency": -0.18,
    "section": 0.60,
    "caption": -0.50,
    "run": -3.15,
    "lines": 3.48,
    "whole": -1.52,
    "share": -1.59,
    "ended": -0.62,
    "short_head": 0.61,
    "long_head": -1.92,
    "past": -1.60,
    "say": -1.77,
    "may": 0.54,
    "when": -0.80,
    "we": 0.83,
    "form": 1.53,
    "questions": 0.80,
    "exclaims": 1.31,
    "quotes": -0.86,
    "forum": 0.46,
    "shop": 1.33,
    "listing": 1.77,
    "links": 0.32,
    "entries": 0.66,
    "greets": 1.98,
    "dated": 1.85,
    "addresses": 0.70,
    "code": 0.77,
}
