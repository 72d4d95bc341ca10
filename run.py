#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sets up everything that the paper needs, then runs one of its tasks: `python3 run.py build`.

Needs Python 3.11 or newer and nothing else. It finds uv, or installs the one pinned in dev/uv.txt
into .tools/; makes .venv with the Python that runs it; installs requirements.lock there, only when
the lock has changed; and hands its arguments to Invoke, which reads tasks.py.
"""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import os
import re
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
OLDEST_UV = (0, 5)  # the oldest tried: what is installed is pinned by the lock's hashes, whichever uv does it
WINDOWS = os.name == "nt"
ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
STAMP = VENV / "installed.txt"
LOCK = ROOT / "requirements.lock"
DEBIAN_PIP = "--no-install-recommends python3-pip-whl ca-certificates"
DEBIAN_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
UV_PIN = ROOT / "dev" / "uv.txt"


class SetupError(Exception):
    """The machine lacks something that this script cannot bring; the text says what to do."""


def main(arguments: list[str]) -> int:
    """The exit code of `invoke` with these arguments, run in the project's environment."""
    if sys.version_info < OLDEST_PYTHON:  # this file alone is meant to be started by older ones
        return stop(too_old())
    try:
        make_environment()
    except SetupError as error:
        return stop(str(error))
    except subprocess.CalledProcessError as error:
        return stop(f"this command failed, see above: {' '.join(map(str, error.cmd))}")
    os.chdir(ROOT)
    command = [str(VENV_PYTHON), "-m", "invoke", *arguments]
    if not WINDOWS:  # there, exec returns to the prompt at once and leaves the task behind
        os.execv(command[0], command)
    return subprocess.call(command)


def make_environment() -> None:
    """Bring .venv to what requirements.lock says; 1 ms when it is so already."""
    installed = STAMP.read_text("utf-8") if STAMP.exists() and VENV_PYTHON.exists() else ""
    if installed == wanted():
        return
    version = "{}.{}".format(*sys.version_info)
    uv = find_uv() or install_uv()
    environment = uv_environment()
    if not installed.startswith(f"Python {version}\n"):
        say(f"making .venv with Python {version}")
        if VENV.exists():
            shutil.rmtree(VENV)
        run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)], environment)
    say("installing requirements.lock")
    STAMP.unlink(missing_ok=True)  # an interrupted installation must not look like a finished one
    sync = [uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(VENV_PYTHON), str(LOCK)]
    run(sync, environment)
    STAMP.write_text(wanted(), "utf-8")


def wanted() -> str:
    """What STAMP says of an environment that needs nothing done."""
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return "Python {}.{}\n".format(*sys.version_info) + f"requirements.lock {lock}\n"


def find_uv() -> str | None:
    """The path of the uv in .tools/, or of one on PATH that is new enough."""
    private = private_uv()
    if private.exists():
        return str(private)
    found = shutil.which("uv")
    if not found:
        return None
    answer = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"(\d+)\.(\d+)", answer)
    return found if version and (int(version[1]), int(version[2])) >= OLDEST_UV else None


def install_uv() -> str:
    """The path of the pinned uv, installed into .tools/ after its hash was checked."""
    target = private_uv().parent.parent
    unfinished = target.with_name(target.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    pip = find_pip() or debian_pip() or no_pip()
    say(f"installing {target.name} into .tools/")
    # --target changes nothing outside of it, so that Debian's pip allows it (PEP 668).
    options = [
        "--quiet",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--no-warn-script-location",
    ]
    run([*pip, "install", *options, "--target", str(unfinished), "-r", str(UV_PIN)], pip_environment())
    unfinished.rename(target)
    return str(private_uv())


def private_uv() -> Path:
    """The place of the pinned uv in .tools/, whether it is there yet or not."""
    pin = re.search(r"^uv==([\w.]+)", UV_PIN.read_text("utf-8"), re.MULTILINE)
    if not pin:
        raise SetupError(f"{UV_PIN}: no line 'uv==VERSION'")
    return TOOLS / f"uv-{pin[1]}" / "bin" / ("uv.exe" if WINDOWS else "uv")


def find_pip() -> list[str] | None:
    """A command that runs pip: Python's own, or one of the wheels that Pythons keep for new environments."""
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    folders = [TOOLS / "pip/usr/share/python-wheels", Path("/usr/share/python-wheels")]
    ensurepip = importlib.util.find_spec("ensurepip")
    if ensurepip and ensurepip.origin:
        folders.append(Path(ensurepip.origin).parent / "_bundled")
    wheels = [wheel for folder in folders for wheel in sorted(folder.glob("pip-*.whl"))]
    return [sys.executable, str(wheels[0] / "pip")] if wheels else None


def debian_pip() -> list[str] | None:
    """The same, after Debian's wheel of pip was installed, or without root unpacked into .tools/."""
    if not shutil.which("apt-get"):
        return None
    say("fetching pip with apt-get")
    if os.geteuid() == 0:
        steps = f"apt-get -qq update; apt-get -qq -y install {DEBIAN_PIP}"
    elif DEBIAN_CERTIFICATES.exists():  # Debian's pip trusts no others
        steps = """
            apt() { apt-get -qq -o "Dir::State::Lists=$PWD/lists" -o "Dir::Cache=$PWD" "$@"; }
            mkdir -p lists/partial
            apt update
            apt download python3-pip-whl
            dpkg -x python3-pip-whl_*.deb .
            rm -rf lists *.bin
        """
    else:
        return None
    folder = TOOLS / "pip"
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["sh", "-ec", steps]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=False)
    return find_pip() if done.returncode == 0 else None


def no_pip() -> list[str]:
    """Nothing: raises SetupError with the command that helps on this machine."""
    advice = {
        "apt-get": f"apt-get update && apt-get install -y {DEBIAN_PIP}",
        "dnf": "dnf install -y python3-pip",
        "apk": "apk add py3-pip",
        "pacman": "pacman -S --noconfirm python-pip",
        "zypper": "zypper install -y python3-pip",
    }
    command = next((advice[tool] for tool in advice if shutil.which(tool)), "python3 -m ensurepip")
    raise SetupError(f"no pip to fetch uv with. As root run\n    {command}\nor install uv yourself.")


def pip_environment() -> dict[str, str]:
    """The environment for pip, without its advice about pip and about root."""
    return {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}


def uv_environment() -> dict[str, str]:
    """The environment for uv, told what pip was told: uv reads neither pip's mirror nor its certificates."""
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "UV_NO_PROGRESS": "1"}
    if has_certificates():  # a company's own certificate is in the system's store only
        environment.setdefault("UV_SYSTEM_CERTS", "true")
    told = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE"}
    pip = find_pip()
    if pip and not environment.keys() >= set(told.values()):
        listing = [*pip, "config", "list"]
        answer = subprocess.run(listing, env=pip_environment(), capture_output=True, text=True, check=False)
        for key, value in re.findall(r"^[\w:]+\.(index-url|cert)=('.*')$", answer.stdout, re.MULTILINE):
            environment.setdefault(told[key], ast.literal_eval(value))
    return environment


def has_certificates() -> bool:
    """Whether the system has a store of certificates: minimal Debian images have none."""
    paths = ssl.get_default_verify_paths()
    folder = Path(paths.capath) if paths.capath else None
    return sys.platform in ("darwin", "win32") or bool(paths.cafile or (folder and any(folder.iterdir())))


def run(command: list[str], environment: dict[str, str]) -> None:
    """Run it, showing what it prints; raises CalledProcessError where it fails."""
    subprocess.run(command, env=environment, check=True)


def too_old() -> str:
    """What to say to a Python that is too old: the newer one of this machine, or where to get one."""
    newer = next(filter(shutil.which, (f"python3.{minor}" for minor in range(19, 10, -1))), None)
    have = f"this is Python {sys.version_info[0]}.{sys.version_info[1]}, and 3.11 or newer is needed."
    return f"{have} Run: {newer} run.py" if newer else f"{have} Debian 12, Ubuntu 24.04 and python.org have one."


def say(what: str) -> None:
    """Tell the person, at once, beside whatever the task prints."""
    print(f"run.py: {what}", file=sys.stderr, flush=True)


def stop(why: str) -> int:
    """Exit code 1, once the person knows why."""
    say(why)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
