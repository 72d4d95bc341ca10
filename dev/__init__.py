# SPDX-License-Identifier: MIT
"""What developing the paper needs: a browser for its tests, its checks, the making of its fonts."""
