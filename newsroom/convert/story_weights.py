# SPDX-License-Identifier: MIT
"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""

# Above 0 a page is more likely none.
NO_SIGN = 1.27
WEIGHTS = {
    "published": -1.33,
    "authors": -0.69,
    "agency": -1.46,
    "run": -5.00,
    "lines": 4.73,
    "whole": -1.43,
    "short_head": 0.60,
    "long_head": -2.75,
    "past": -1.47,
    "say": -2.08,
    "may": 1.49,
    "when": -1.00,
    "questions": 1.54,
    "exclaims": 1.45,
    "forum": 1.78,
    "shop": 2.19,
    "listing": 3.12,
    "links": 1.37,
    "entries": 1.42,
}
