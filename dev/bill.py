# SPDX-License-Identifier: MIT
"""What a release is made of, as a bill of materials in CycloneDX 1.6: `python -m dev.bill [FILE]`.

Made from requirements.lock alone: the same lock gives the same bytes, on any machine, and nothing is asked of a
network. Licences are not told, for the lock does not state them.
"""

import json
import re
import sys
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).parents[1]
_PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+?)(?: ; (.+?))?(?: \\)?$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill_from(lock: str, project: dict[str, Any]) -> dict[str, Any]:
    """Return the bill of a lock file's text, for the project that pyproject.toml states."""
    found = list(_PACKAGE.finditer(lock))
    ends = [match.start() for match in found[1:]] + [len(lock)]
    parts = [_component(match, lock[match.end() : end]) for match, end in zip(found, ends, strict=True)]
    main = f"{project['name']}@{project['version']}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{UUID(bytes=sha256(lock.encode()).digest()[:16], version=4)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": main,
                "name": project["name"],
                "version": project["version"],
                "licenses": [{"expression": project["license"]}],
            }
        },
        "components": parts,
        "dependencies": [{"ref": main, "dependsOn": [part["bom-ref"] for part in parts]}],
    }


def _component(match: re.Match[str], rest: str) -> dict[str, Any]:
    name, version, marker = match[1].lower().replace("_", "-"), match[2], match[3]
    where = f"pkg:pypi/{name}@{version}"
    files = [{"type": "distribution", "url": where, "hashes": [{"alg": "SHA-256", "content": each}]}
             for each in sorted(_HASH.findall(rest))]  # fmt: skip
    found: dict[str, Any] = {"type": "library", "bom-ref": where, "name": name, "version": version, "purl": where}
    found["externalReferences"] = files
    if marker:
        found["properties"] = [{"name": "python:marker", "value": marker}]
    return found


def main(target: Path | None = None) -> None:
    """Write the bill of this project, or print it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = json.dumps(bill_from((ROOT / "requirements.lock").read_text("utf-8"), project), indent=1) + "\n"
    if target:
        target.write_text(text, encoding="utf-8")
    else:
        print(text, end="")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
