# SPDX-License-Identifier: MIT
"""A picture for the demonstration edition, cut in lines as old papers had it: a ferry before a sea wall."""

import math
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT, STEP = 1280, 800, 9
SCALE = 2  # drawn so much larger, and made smaller: the lines' edges come out soft
HORIZON = 0.56
PAPER, INK = (245, 241, 233), (22, 24, 29)


def write_engraving(path: Path) -> None:
    """Write the picture; the same bytes every time."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
    draw = ImageDraw.Draw(image)
    for row in range(STEP // 2, HEIGHT, STEP):
        _line(draw, row)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(path, quality=86)


def _line(draw: ImageDraw.ImageDraw, row: int) -> None:
    """Draw one line of the engraving, the thicker the darker the place."""
    upper, lower = [], []
    for column in range(0, WIDTH + 4, 4):
        x, y = column / WIDTH, row / HEIGHT
        swell = math.sin(x * 42 + row) * 1.6 if y > HORIZON else 0.0
        half = max(0.25, (1 - _light(x, y)) * STEP * 0.48)
        upper.append((column * SCALE, (row + swell - half) * SCALE))
        lower.append((column * SCALE, (row + swell + half) * SCALE))
    draw.polygon(upper + lower[::-1], fill=INK)


def _light(x: float, y: float) -> float:
    """Return how light the place is, 0 to 1; x and y run from 0 to 1."""
    if _is_wall(x, y) or _is_ferry(x, y):
        return 0.06 if not _is_window(x, y) else 0.95
    sun = math.hypot((x - 0.71) * 1.6, y - 0.33)
    if sun < 0.105:
        return 1.0
    if y < HORIZON:
        return min(0.97, 0.5 + 0.46 * y / HORIZON + max(0.0, 0.3 - sun))
    glitter = max(0.0, 1 - abs(x - 0.71) * (9 - 6 * (y - HORIZON))) * (0.5 + 0.5 * math.sin(y * 260 + x * 30))
    return min(0.95, 0.52 - 0.42 * (y - HORIZON) / (1 - HORIZON) + 0.55 * glitter)


def _is_wall(x: float, y: float) -> bool:
    """A sea wall that comes from the left, a lamp tower at its end."""
    top = 0.50 + 0.10 * x
    on_wall = x < 0.43 and top < y < top + 0.10 + 0.12 * (0.43 - x)
    tower = abs(x - 0.41) < 0.011 + 0.012 * max(0.0, y - 0.30) and 0.27 < y < 0.56
    return on_wall or tower or (abs(x - 0.41) < 0.020 and 0.255 < y < 0.275)


def _is_ferry(x: float, y: float) -> bool:
    hull = 0.57 + 0.25 * (y - 0.575) < x < 0.86 - 0.6 * (y - 0.575) and 0.575 < y < 0.635
    deck = 0.61 < x < 0.82 and 0.535 < y < 0.575
    house = 0.64 < x < 0.74 and 0.495 < y < 0.535
    funnel = 0.755 < x < 0.785 and 0.45 < y < 0.535
    return hull or deck or house or funnel


def _is_window(x: float, y: float) -> bool:
    return 0.545 < y < 0.562 and 0.615 < x < 0.815 and (x * 40) % 1 < 0.5
