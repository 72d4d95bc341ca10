# SPDX-License-Identifier: MIT
"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""

# Above 0 a page is more likely none.
NO_SIGN = 2.86
WEIGHTS = {
    "published": -1.73,
    "authors": -0.64,
    "agency": -0.17,
    "section": 0.62,
    "caption": -0.59,
    "run": -3.26,
    "lines": 3.75,
    "whole": -1.55,
    "share": -1.19,
    "ended": -0.73,
    "short_head": 0.59,
    "long_head": -1.93,
    "past": -1.50,
    "say": -1.69,
    "may": 0.47,
    "when": -0.89,
    "we": 0.89,
    "form": 1.54,
    "questions": 0.85,
    "exclaims": 1.21,
    "quotes": -0.89,
    "forum": 0.49,
    "shop": 1.40,
    "listing": 1.81,
    "links": 0.32,
    "entries": 0.56,
    "greets": 2.03,
    "dated": 1.07,
    "addresses": 0.77,
    "code": 0.81,
}
