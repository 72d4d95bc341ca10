# SPDX-License-Identifier: MIT
"""The one browser of all tests: Playwright runs in one place of a process. No test fails for being slow."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from dev import browser as installed

settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium. Missing, it fails the tests: nothing here is ever skipped."""
    executable = installed.ensure()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A reader who has never been here."""
    with chromium.new_context() as context:
        yield context
