# SPDX-License-Identifier: MIT
"""The demonstration edition."""
