# SPDX-License-Identifier: MIT
"""What comes after a site was made: is all ready for it, and how it gets to where readers are."""

from newsroom.deploy.doctor import Finding, examine, told
from newsroom.deploy.hosts import configuration
from newsroom.deploy.sync import Synced, client_for, sync

__all__ = ["Finding", "Synced", "client_for", "configuration", "examine", "sync", "told"]
