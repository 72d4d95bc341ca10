# SPDX-License-Identifier: MIT
"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""

# Above 0 a page is more likely none.
NO_SIGN = 3.13
WEIGHTS = {
    "published": -1.81,
    "authors": -0.67,
    "agency": -0.17,
    "section": 0.62,
    "caption": -0.53,
    "run": -3.13,
    "lines": 3.48,
    "whole": -1.52,
    "share": -1.64,
    "ended": -0.62,
    "short_head": 0.61,
    "long_head": -1.93,
    "past": -1.56,
    "say": -1.77,
    "may": 0.54,
    "when": -0.82,
    "we": 0.82,
    "form": 1.53,
    "questions": 0.80,
    "exclaims": 1.30,
    "quotes": -0.86,
    "forum": 0.44,
    "shop": 1.33,
    "listing": 1.71,
    "links": 0.32,
    "entries": 0.66,
    "greets": 1.99,
    "dated": 1.83,
    "addresses": 0.72,
    "code": 0.77,
}
