# SPDX-License-Identifier: MIT
"""Records: rows of text in, what each says out, in their order and in bounded memory. No site, no Pelican."""

from newsroom.records.account import Account
from newsroom.records.rows import encoded, result_of, result_with_address
from newsroom.records.run import BAD_ROWS, convert_rows, main

__all__ = ["BAD_ROWS", "Account", "convert_rows", "encoded", "main", "result_of", "result_with_address"]
