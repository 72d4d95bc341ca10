# SPDX-License-Identifier: MIT
"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""

# Above 0 a page is more likely none.
NO_SIGN = 1.29
WEIGHTS = {
    "published": -1.30,
    "authors": -0.71,
    "agency": -1.48,
    "run": -4.88,
    "lines": 4.74,
    "whole": -1.35,
    "short_head": 0.63,
    "long_head": -2.70,
    "past": -1.48,
    "say": -2.16,
    "may": 1.35,
    "when": -0.99,
    "questions": 1.49,
    "exclaims": 1.45,
    "forum": 1.86,
    "shop": 2.44,
    "listing": 3.11,
    "links": 1.18,
    "entries": 1.50,
}
