# SPDX-License-Identifier: AGPL-3.0-only
"""Pages: asked for one after the other by Pelican's generators, then made together on all cores."""

from newsroom.press.rendering.pages import Renderer
from newsroom.press.rendering.writer import Job, Writer

__all__ = ["Job", "Renderer", "Writer"]
