# SPDX-License-Identifier: AGPL-3.0-only
"""Posts: read on all cores, remembered as plain data, seen by Pelican as its own articles and pages."""

from newsroom.press.reading.quick import read_together
from newsroom.press.reading.texts import Texts

__all__ = ["Texts", "read_together"]
