# SPDX-License-Identifier: MIT
"""The Daily Seed: text dumps of news pages become a newspaper."""

__version__ = "0.1.0"
