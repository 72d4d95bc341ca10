# SPDX-License-Identifier: MIT
"""What the doctor says of a project, and what it cannot know."""

import subprocess
from pathlib import Path

import pytest

from newsroom.deploy import examine, told
from newsroom.deploy.doctor import pages_address
from newsroom.settings import Settings, load

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new owner's repository, as the template's button makes it."""
    for command in (["init", "-q", "-b", "main"], ["remote", "add", "origin", "https://github.com/Ostrel/lamp.git"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/pages.yml").write_text("name: Pages\n")
    (tmp_path / "seeds").mkdir()
    return tmp_path


@pytest.fixture
def stated(project: Path) -> Settings:
    return load(PROJECT / "pelicanconf.py") | {"SEED_PATH": str(project / "seeds")}


def _states(project: Path, stated: Settings, **environ: str) -> dict[str, str]:
    return {each.subject: each.state for each in examine(project, stated, environ)}


def test_a_new_owner_is_told_what_is_still_the_templates(project: Path, stated: Settings) -> None:
    states = _states(project, stated)
    left = {"SITENAME", "CONTACT", "TAG_AUTHORITY", "rights"}
    assert {subject for subject, state in states.items() if state == "to do"} == left
    assert {subject for subject, state in states.items() if state == "look"} == {"TIMEZONE", "Pages", "sub-path"}


def test_an_owner_who_has_done_it_all_is_told_so(project: Path, stated: Settings) -> None:
    (project / "seeds/source.toml").write_text('rights = "© The Ostrel Lamp"\n')
    own = {
        "SITENAME": "The Ostrel Lamp",
        "CONTACT": "mailto:desk@lamp.example",
        "TAG_AUTHORITY": "lamp.example,2031",
        "TIMEZONE": "Europe/Paris",
    }
    findings = examine(project, stated | own, {"SITEURL": "https://lamp.example"})
    assert {each.subject for each in findings if each.state != "done"} == {"Pages"}
    assert told(findings).endswith("\nnothing is left to do here")


def test_each_source_without_rights_is_named(project: Path, stated: Settings) -> None:
    for name, text in (("lamp", 'rights = "ours"\n'), ("wick", 'newspaper = "The Wick"\n'), ("bad", "rights =\n")):
        (project / "seeds" / name).mkdir()
        (project / "seeds" / name / "source.toml").write_text(text)
    words = [each.words for each in examine(project, stated, {}) if each.subject == "rights"]
    assert words == ["seeds/bad/source.toml states none", "seeds/wick/source.toml states none"]


def test_what_is_not_committed_and_another_branch_are_told(project: Path, stated: Settings) -> None:
    (project / "content").mkdir()
    (project / "content/new.md").write_text("A story.\n")
    subprocess.run(["git", "checkout", "-q", "-b", "draft"], cwd=project, check=True)
    found = [each.words for each in examine(project, stated, {}) if each.subject == "git"]
    assert "the first content/" in found[0]
    assert found[1] == "this branch is draft; the workflow publishes main"


def test_without_the_workflow_nothing_would_publish(project: Path, stated: Settings) -> None:
    (project / ".github/workflows/pages.yml").unlink()
    assert _states(project, stated)["Pages"] == "to do"


def test_a_folder_that_is_no_repository_is_told_so(tmp_path_factory: pytest.TempPathFactory, stated: Settings) -> None:
    states = _states(tmp_path_factory.mktemp("elsewhere"), stated)
    assert states["git"] == states["SITEURL"] == "to do"


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/Ostrel/lamp", "https://ostrel.github.io/lamp"),
        ("git@github.com:Ostrel/lamp.git", "https://ostrel.github.io/lamp"),
        ("ssh://git@github.com/ostrel/ostrel.github.io.git", "https://ostrel.github.io"),
        ("https://lamp.example/ostrel/lamp.git", ""),
        ("", ""),
    ],
)
def test_the_address_of_pages_follows_from_the_repository(remote: str, address: str) -> None:
    assert pages_address(remote) == address
