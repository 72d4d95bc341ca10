# SPDX-License-Identifier: MIT
"""The bill of materials: every package of the lock, with its files' digests, and the same bytes each time."""

import json
import re
from pathlib import Path

import pytest

from dev.bill import ROOT, main


def test_the_bill_names_every_package_of_the_lock_and_is_the_same_twice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        main(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    bill = json.loads((tmp_path / "a").read_text("utf-8"))
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert len(bill["components"]) == len(re.findall(r"^\S+==", lock, re.MULTILINE))
    digests = [file["hashes"][0]["content"] for part in bill["components"] for file in part["externalReferences"]]
    assert sorted(digests) == sorted(re.findall("[0-9a-f]{64}", lock))
    assert {part["bom-ref"] for part in bill["components"]} == set(bill["dependencies"][0]["dependsOn"])


def test_it_is_printed_where_no_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    main()
    assert json.loads(capsys.readouterr().out)["bomFormat"] == "CycloneDX"
