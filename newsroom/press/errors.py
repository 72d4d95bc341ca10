# SPDX-License-Identifier: AGPL-3.0-only
"""What can stop a build, each with the process's exit code: Pelican's main() takes it from the error."""

from newsroom.press.account import Account
from newsroom.stop import Stop


class PressError(Stop):
    """The build stopped; the site that stood before stands as it was."""


class RefusedPosts(PressError):
    """Some posts have no page, each named with its reason.

    Exit code 3: the new site is in place without them. Exit code 1: the settings are STRICT, the old
    site was kept.
    """

    def __init__(self, account: Account, *, in_place: bool) -> None:
        """Say how many of how many, what was done, and list them."""
        self.account = account
        self.exitcode = 3 if in_place else 1
        done = "the site is in place without them" if in_place else "the site was left as it was"
        count = f"{len(account.refused)} of {account.found} posts refused"
        super().__init__("\n  ".join([f"{count}; {done}:", *account.refused]))
