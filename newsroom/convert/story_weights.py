# SPDX-License-Identifier: MIT
"""What each sign of a story is worth: written by `benchmarks/train_refusals.py`, never by hand."""

# Above 0 a page is more likely none.
NO_SIGN = 1.27
WEIGHTS = {
    "published": -1.32,
    "authors": -0.66,
    "agency": -1.48,
    "run": -4.84,
    "lines": 4.68,
    "whole": -1.42,
    "short_head": 0.67,
    "long_head": -2.66,
    "past": -1.74,
    "say": -2.03,
    "may": 1.29,
    "when": -0.97,
    "questions": 1.51,
    "exclaims": 1.53,
    "forum": 1.95,
    "shop": 2.65,
    "listing": 3.14,
    "links": 1.17,
    "entries": 1.48,
}
