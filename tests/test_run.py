# SPDX-License-Identifier: MIT
"""run.py in a project of its own, with a uv that writes down what it was asked for."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import run

PROJECT = Path(__file__).parents[1]
TASKS = """
from invoke import Exit, task

@task
def greet(context, name):
    print("hello", name)

@task
def fail(context):
    raise Exit(code=7)
"""
UV = f"""#!/bin/sh
[ "$1" = --version ] && echo "${{UV_SAYS:-uv 0.13.9}}" && exit
echo "$*" >> "$UV_LOG"
[ "$1" = venv ] && for folder; do :; done && mkdir -p "$folder/bin" &&
    printf '#!/bin/sh\\nexec {sys.executable} "$@"\\n' > "$folder/bin/python" && chmod +x "$folder/bin/python"
[ "$2" = sync ] && exit "${{UV_SYNC_EXIT:-0}}"
exit 0
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in for uv is a shell script")


@dataclass
class Project:
    folder: Path

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        own = {"UV_DEFAULT_INDEX": "https://own.example", "SSL_CERT_FILE": "own.pem"}  # else pip is asked: a second
        path = f"{self.folder / 'path'}:/usr/bin:/bin"
        return subprocess.run(
            [sys.executable, self.folder / "run.py", *arguments],
            cwd="/",
            env={"PATH": path, "UV_LOG": str(self.folder / "log"), **own, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> list[str]:
        """What uv was asked for since the last time: 'venv', 'pip sync'."""
        log = self.folder / "log"
        lines = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return [line.split(" -")[0] for line in lines]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    folder = tmp_path / "a paper's folder"
    (folder / "path").mkdir(parents=True)
    (folder / "dev").mkdir()
    shutil.copy(PROJECT / "run.py", folder)
    shutil.copy(PROJECT / "dev/uv.txt", folder / "dev")
    (folder / "tasks.py").write_text(TASKS)
    (folder / "requirements.lock").write_text("invoke==3.0.3\n")
    (folder / "path/uv").write_text(UV)
    (folder / "path/uv").chmod(0o755)
    return Project(folder)


def test_the_first_run_makes_the_environment_and_runs_the_task(project: Project) -> None:
    done = project.run("greet", "the reader")
    assert (done.returncode, done.stdout) == (0, "hello the reader\n")
    assert project.asked() == ["venv", "pip sync"]


def test_the_exit_code_is_that_of_the_task(project: Project) -> None:
    assert project.run("fail").returncode == 7


def test_a_second_run_installs_nothing(project: Project) -> None:
    project.run("greet", "one")
    project.asked()
    done = project.run("greet", "two")
    assert (done.stdout, done.stderr, project.asked()) == ("hello two\n", "", [])


def test_a_changed_lock_is_installed_into_the_same_environment(project: Project) -> None:
    project.run("greet", "one")
    project.asked()
    (project.folder / "requirements.lock").write_text("invoke==3.0.4\n")
    project.run("greet", "two")
    assert project.asked() == ["pip sync"]


def test_an_environment_of_another_python_is_made_anew(project: Project) -> None:
    project.run("greet", "one")
    project.asked()
    stamp = project.folder / ".venv/installed.txt"
    stamp.write_text(stamp.read_text().replace("Python 3.", "Python 2."))
    project.run("greet", "two")
    assert project.asked() == ["venv", "pip sync"]


def test_a_failed_installation_is_tried_again(project: Project) -> None:
    done = project.run("greet", "one", UV_SYNC_EXIT="2")
    assert done.returncode == 1
    assert "this command failed" in done.stderr
    project.asked()
    assert project.run("greet", "two").stdout == "hello two\n"
    assert "pip sync" in project.asked()


def test_an_interrupted_change_of_the_lock_is_no_finished_one(project: Project) -> None:
    lock = project.folder / "requirements.lock"
    project.run("greet", "one")
    before = lock.read_text()
    lock.write_text("invoke==3.0.4\n")
    project.run("greet", "two", UV_SYNC_EXIT="2")
    lock.write_text(before)
    project.asked()
    project.run("greet", "three")
    assert "pip sync" in project.asked()


def test_only_what_the_lock_has_a_hash_of_is_installed(project: Project) -> None:
    project.run("greet", "one")
    (sync,) = [line for line in (project.folder / "log").read_text().splitlines() if " sync " in line]
    assert " --require-hashes " in sync


def test_the_systems_certificates_are_used_where_it_has_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UV_SYSTEM_CERTS", raising=False)
    monkeypatch.setattr(run, "find_pip", lambda: None)
    for has in (True, False):
        monkeypatch.setattr(run, "has_certificates", lambda has=has: has)
        assert ("UV_SYSTEM_CERTS" in run.uv_environment()) is has


def test_a_uv_older_than_any_tried_is_passed_over(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "TOOLS", project.folder / ".tools")
    monkeypatch.setenv("PATH", str(project.folder / "path"), prepend=os.pathsep)
    monkeypatch.setenv("UV_SAYS", "uv 0.4.30")
    assert run.find_uv() is None
    monkeypatch.setenv("UV_SAYS", "uv 0.5.0")
    assert run.find_uv() == str(project.folder / "path/uv")


def test_the_private_uv_comes_before_the_one_on_path(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "TOOLS", project.folder / ".tools")
    monkeypatch.setenv("PATH", str(project.folder / "path"), prepend=os.pathsep)
    private = run.private_uv()
    private.parent.mkdir(parents=True)
    private.touch()
    assert run.find_uv() == str(private)


def test_an_old_python_is_told_which_newer_one_to_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = tmp_path / "python3.13"
    newer.write_text("#!/bin/sh\n")
    newer.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run, "OLDEST_PYTHON", (99, 0))
    monkeypatch.setattr(run, "make_environment", lambda: pytest.fail("it went on"))
    assert run.main(["build"]) == 1
    assert "3.11 or newer is needed. Run: python3.13 run.py" in capsys.readouterr().err


def test_uv_is_told_of_the_mirror_and_the_certificates_of_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pip = tmp_path / "pip.py"
    pip.write_text("print(\"global.index-url='https://mirror.example/simple'\\ninstall.cert='/etc/company.pem'\")")
    monkeypatch.setattr(run, "find_pip", lambda: [sys.executable, str(pip)])
    for name in ("UV_DEFAULT_INDEX", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)
    environment = run.uv_environment()
    assert environment["UV_DEFAULT_INDEX"] == "https://mirror.example/simple"
    assert environment["SSL_CERT_FILE"] == "/etc/company.pem"


def test_what_a_person_told_uv_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pip = tmp_path / "pip.py"
    pip.write_text("print(\"global.index-url='https://mirror.example/simple'\")")
    monkeypatch.setattr(run, "find_pip", lambda: [sys.executable, str(pip)])
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://own.example/simple")
    assert run.uv_environment()["UV_DEFAULT_INDEX"] == "https://own.example/simple"


def test_without_pip_the_message_is_a_command_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda tool: tool == "dnf")
    with pytest.raises(run.SetupError, match=r"As root run\n    dnf install -y python3-pip\n"):
        run.no_pip()
