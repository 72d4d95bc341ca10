# SPDX-License-Identifier: MIT
"""The newsroom's command: `python -m newsroom records IN.jsonl -o OUT.jsonl`."""

import argparse
import os
import sys

from newsroom import records
from newsroom.stop import Stop


def main(arguments: list[str]) -> int:
    """The exit code of a command line: 0, 1 where it stopped, 3 where a row could not be taken."""
    options = _parser().parse_args(arguments)
    try:
        made = records.result_with_address if options.with_address else records.result_of
        return records.main(options.input, options.output, options.processes, made, quiet=options.quiet)
    except BrokenPipeError:  # the reader of a pipe has seen enough, and nobody reads what we would say
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except (Stop, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m newsroom", description="Text dumps of news pages become stories.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser(
        "records",
        help="rows of text to rows of title, date, authors, paragraphs …",
        description="Each row {id, text, …} of a JSONL file becomes one record, in the same order: docs/records.md.",
    )
    command.add_argument("input", metavar="IN", help="rows of JSON, perhaps gzipped; - is the standard input")
    command.add_argument("-o", "--output", default="-", metavar="OUT", help="a file, gzipped if its name ends in .gz; "
                         "without it or with - the standard output")  # fmt: skip
    command.add_argument("--processes", type=_count, default=os.cpu_count() or 1, metavar="N",
                         help="how many to work with, by default one a core")  # fmt: skip
    command.add_argument("--with-address", action="store_true", help="also go by the url of each row: its day where "
                         "none is printed, its words to tell the headline")  # fmt: skip
    command.add_argument("--quiet", action="store_true", help="say nothing but what went wrong")
    return parser


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than one")
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
