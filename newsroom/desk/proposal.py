# SPDX-License-Identifier: MIT
"""What the converter would make of a post that a person has edited, as a difference to read."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff

from newsroom.desk.carry import text_of
from newsroom.desk.plan import Planned
from newsroom.desk.scene import Scene
from newsroom.desk.spill import Spill


def differences(plans: Iterable[Planned], scene: Scene, spill: Spill) -> Iterator[str]:
    """Lines of a unified difference: from each edited post to what would be written in its place."""
    for plan in plans:
        if plan.made and plan.place and plan.outcome.post:
            path = scene.room.content / plan.outcome.post
            old = path.read_text("utf-8", "replace").splitlines()
            new = text_of(plan, spill, scene.room.content).splitlines()
            yield from unified_diff(old, new, str(path), f"{path} (converted)", lineterm="")
