# SPDX-License-Identifier: MIT
"""How a task ends before its time."""


class Stop(Exception):
    """What was asked for cannot be done; the text says why, in words for a person, and needs no traceback."""

    exitcode = 1
