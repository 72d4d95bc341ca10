# SPDX-License-Identifier: AGPL-3.0-only
"""What changed: which pages show what, noted while they are made, so that the rest need not be made again."""
