# SPDX-License-Identifier: MIT
"""`python -m tests.press.pelicans`."""

from tests.press.pelicans import main

raise SystemExit(main())
