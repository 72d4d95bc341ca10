# SPDX-License-Identifier: MIT
"""How fast the paper is made, beside what it is made with."""
