# SPDX-License-Identifier: AGPL-3.0-only
"""Build, serve, watch, build again: what a person has open while writing."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from watchfiles import watch

from newsroom.press.server import SiteServer
from newsroom.press.site import site_at
from newsroom.settings import Settings, load

_OUTCOMES_WITH_A_SITE = {0, 3}  # 3: some posts were refused, and the site stands without them

_TURN_MS = 250  # how long the watcher waits for a change before it looks whether it should end


def serve(
    build: Sequence[str],
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    settings_file: str = "pelicanconf.py",
) -> None:
    """Serve the site until Ctrl-C, running `build` first and again after every change.

    `build` is a command, run afresh each time: so it sees edited code and settings, and whatever goes
    wrong in it, its message stands in the terminal and the last good site is served on. It converts
    too, which the press may not: when that writes posts, one more build follows, which changes nothing.
    Raises PressError when the port is taken.
    """
    settings, project = load(settings_file), Path(settings_file).resolve().parent
    root = urlsplit(settings["SITEURL"]).path
    with SiteServer(host, port, site_at(settings["OUTPUT_PATH"]).live, root) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            _build_and_watch(build, project, server, _watched(settings, project))
        except KeyboardInterrupt:
            print("stopped")
        finally:
            server.shutdown()


def _build_and_watch(build: Sequence[str], project: Path, server: SiteServer, paths: Iterable[Path]) -> None:
    waiting = False
    # The first turn comes when the watching has begun and nothing has changed: what is saved during the
    # first build is then seen too
    for changes in watch(*paths, rust_timeout=_TURN_MS, yield_on_timeout=True):
        if changes or not waiting:
            _build(build, project, server)
        if not waiting:
            print(f"{server.url} - saving a file builds it again; Ctrl-C stops", flush=True)
            waiting = True


def _build(command: Sequence[str], project: Path, server: SiteServer) -> None:
    code = subprocess.run(command, cwd=project, check=False, env={**os.environ, "SERVING": "1"}).returncode
    if code in _OUTCOMES_WITH_A_SITE:
        server.builds.built()
    else:
        print("the build stopped; the last site is served on", file=sys.stderr, flush=True)


def _watched(settings: Settings, project: Path) -> Iterable[Path]:
    names = {settings[name] for name in ("PATH", "THEME", "SEED_PATH")}
    names |= {"newsroom", "pelicanconf.py", "tasks.py"}
    return [path for path in (project / name for name in sorted(names)) if path.exists()]
