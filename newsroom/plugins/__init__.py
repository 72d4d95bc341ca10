# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican plugins, one feature a file."""
