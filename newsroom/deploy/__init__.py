# SPDX-License-Identifier: MIT
"""What comes after a site was made: is all ready for it, and how it gets to where readers are."""

from newsroom.deploy.doctor import Finding, examine, told

__all__ = ["Finding", "examine", "told"]
