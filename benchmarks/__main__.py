# SPDX-License-Identifier: MIT
"""`python -m benchmarks --stories 1000,10000 --json figures.json`; `invoke bench` is the same."""

import argparse
from pathlib import Path

from benchmarks import bench

parser = argparse.ArgumentParser(prog="python -m benchmarks", description=bench.__doc__)
parser.add_argument("--stories", default="1000", help="sizes of the papers to build, separated by commas")
parser.add_argument("--json", type=Path, help="a file for the figures")
options = parser.parse_args()
bench.main([int(size) for size in options.stories.split(",")], options.json)
