# SPDX-License-Identifier: MIT
"""The browser of the built site's tests."""

from tests.site.conftest import chromium, context

__all__ = ["chromium", "context"]
