# SPDX-License-Identifier: MIT
"""A Chromium for the tests: one that is installed, or one that this brings, with root or without."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from newsroom.stop import Stop

ROOT = Path(__file__).resolve().parents[1]
PRIVATE = ROOT / ".tools" / "browser"
LAUNCHER = PRIVATE / "chromium"
COMMANDS = (  # the smallest first
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
DESKTOP = (  # where macOS and Windows keep what is not on PATH
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path(os.environ.get("PROGRAMFILES", ""), "Google/Chrome/Application/chrome.exe"),
    Path(os.environ.get("PROGRAMFILES(X86)", ""), "Microsoft/Edge/Application/msedge.exe"),
)
PACKAGES = ("chromium-headless-shell", "fonts-dejavu-core")  # without a font, no page has a width
ATOMIC = "libatomic1"  # the Node that Playwright brings is linked with it, and slim Debian has none

# What apt would install here, unpacked without root: apt's lists, cache and lock are ours.
UNPACK = """
apt() { apt-get -qq -o "Dir::State::Lists=$PWD/lists" -o "Dir::Cache=$PWD" -o Debug::NoLocking=1 "$@"; }
mkdir -p lists/partial archives/partial
apt update
apt -y --no-install-recommends --download-only install "$@"
for package in archives/*.deb; do dpkg -x "$package" .; done
rm -rf lists archives *.bin usr/share/doc
"""
LAUNCH = """#!/bin/sh
# Chromium with the libraries and fonts that were unpacked beside it.
here=$(dirname "$(readlink -f "$0")")
libraries=$(find "$here/" -name '*.so*' -exec dirname {} + | sort -u | paste -sd:)
export LD_LIBRARY_PATH="$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_PATH="$here/etc/fonts" XDG_DATA_HOME="$here/usr/share"
exec "$here/usr/lib/chromium/chromium-headless-shell" "$@"
"""


class BrowserMissing(Stop):
    """No Chromium, and none can be brought; the text says what a person can do."""


def ensure() -> Path:
    """The path of a Chromium that starts. Call it before Playwright starts: it may bring what that needs.

    Raises BrowserMissing.
    """
    for bring in (bring_nothing, install_packages, unpack_packages, download_build):
        bring()
        if has_libatomic() and (browser := next(candidates(), None)):
            return browser
    raise BrowserMissing(
        "no Chromium was found or could be installed for the tests. Install Chromium or Chrome,"
        " or set CHROMIUM to the path of one. On Debian, as root:"
        f" apt-get install {' '.join(PACKAGES)} {ATOMIC}."
        " Elsewhere: python -m playwright install --with-deps --only-shell chromium"
    )


def candidates() -> Iterator[Path]:
    """Every Chromium of this machine that starts; the one that a person named alone, if one did."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not starts(Path(named)):
            raise BrowserMissing(f"CHROMIUM: {named!r} does not start")
        yield Path(named)
        return
    on_path = (Path(path) for path in map(shutil.which, COMMANDS) if path)
    for path in (*on_path, *DESKTOP, LAUNCHER, *downloaded()):
        if path.is_file() and starts(path):
            yield path


def starts(path: Path) -> bool:
    """Whether it runs: Ubuntu's chromium-browser only says that a snap is wanted."""
    if sys.platform == "win32":
        return path.is_file()  # there, --version opens a window
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and bool(done.stdout)


def downloaded() -> list[Path]:
    """The builds of Chromium that Playwright keeps for itself."""
    command = [sys.executable, "-m", "playwright", "install", "--dry-run", "--only-shell", "chromium"]
    plan = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    folders = [line.split(":", 1)[1].strip() for line in plan.splitlines() if "Install location:" in line]
    names = ("chrome-headless-shell", "headless_shell", "chrome-headless-shell.exe", "headless_shell.exe")
    return [path for folder in folders for name in names for path in Path(folder).rglob(name)]


def has_libatomic() -> bool:
    """Whether Playwright's Node will start; on Linux it needs a library that may be missing."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return True
    private = next(PRIVATE.rglob("libatomic.so.1"), None)
    if private:
        os.environ["LD_LIBRARY_PATH"] = str(private.parent)
        return True
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True


def bring_nothing() -> None:
    """What is there may do."""


def install_packages() -> None:
    """Install what is missing with apt, if we are root."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("installing with apt-get")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "-qq", "-y", "--no-install-recommends", "install", *missing()]
        for command in (["apt-get", "-qq", "update"], install):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)


def unpack_packages() -> None:
    """Unpack the same into .tools/browser, if we are not."""
    if shutil.which("apt-get") and os.geteuid() != 0:
        say("unpacking into .tools/browser what apt-get would install")
        shutil.rmtree(PRIVATE, ignore_errors=True)
        PRIVATE.mkdir(parents=True)
        command = ["sh", "-ec", UNPACK, "unpack", *missing()]
        done = subprocess.run(command, cwd=PRIVATE, stdout=subprocess.DEVNULL, check=False)
        if done.returncode == 0 and PACKAGES[0] in command:
            LAUNCHER.write_text(LAUNCH, "utf-8")
            LAUNCHER.chmod(0o755)


def missing() -> list[str]:
    """The packages of Debian that are wanted here."""
    browser = [] if next(candidates(), None) else list(PACKAGES)
    return browser if has_libatomic() else [*browser, ATOMIC]


def download_build() -> None:
    """Let Playwright download its own build. With its libraries, where that asks nobody for a password."""
    say("asking Playwright to download its Chromium")
    asks = sys.platform == "linux" and os.geteuid() != 0
    options = ["--only-shell"] if asks else ["--with-deps", "--only-shell"]
    command = [sys.executable, "-m", "playwright", "install", *options, "chromium"]
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)


def say(what: str) -> None:
    """Tell the person what takes so long."""
    print(f"browser: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(ensure())
