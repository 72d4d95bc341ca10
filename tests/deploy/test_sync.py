# SPDX-License-Identifier: MIT
"""A published site brought to a storage that speaks S3, over a real socket."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from moto.server import ThreadedMotoServer

from newsroom.deploy import client_for, sync
from newsroom.deploy.sync import NAME, turn_of
from newsroom.manifest import manifest_of, place_of, written
from newsroom.stop import Stop

STORY = "2031/03/09/mill/index.html"
SITE = {
    "theme/site.css": "body {}",
    STORY: "<p>The mill.</p>",
    "2031/03/index.html": "<p>March.</p>",
    "index.html": "<p>Today.</p>",
    "feeds/all.atom.xml": "<feed/>",
    "search/en-1/pagefind-entry.json": "{}",
    "search/en-1/index/x.pf_index": "index",
}


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def client(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    found = client_for(endpoint)
    for name in [each["Name"] for each in found.list_buckets()["Buckets"]]:
        for each in found.list_objects_v2(Bucket=name).get("Contents", ()):
            found.delete_object(Bucket=name, Key=each["Key"])
        found.delete_bucket(Bucket=name)
    found.create_bucket(Bucket="paper")
    return found


@pytest.fixture
def output(tmp_path: Path) -> Path:
    publish(tmp_path / "output", SITE)
    return tmp_path / "output"


def publish(output: Path, site: dict[str, str]) -> None:
    """Leave what publishing leaves."""
    for path in [path for path in output.rglob("*") if path.is_file()]:
        path.unlink()
    for name, text in site.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text(text)
    place_of(output).write_text(written(manifest_of(output, {STORY})))


def calls(client: Any) -> list[tuple[str, str]]:
    """What a client is asked from now on: (operation, key)."""
    found: list[tuple[str, str]] = []

    def note(params: dict[str, Any], model: Any, **_: Any) -> None:
        if model.name in {"PutObject", "DeleteObject"}:
            found.append((model.name, params["Key"]))

    client.meta.events.register("provide-client-params.s3", note)
    return found


def keys(client: Any) -> set[str]:
    return {each["Key"] for each in client.list_objects_v2(Bucket="paper").get("Contents", ())}


def test_a_second_run_puts_nothing(output: Path, client: Any) -> None:
    assert str(sync(output, client, "paper")) == "7 put, 0 stood already, 0 removed"
    assert keys(client) == {*SITE, NAME}
    asked = calls(client)
    assert str(sync(output, client, "paper")) == "0 put, 7 stood already, 0 removed"
    assert asked == []


def test_what_a_page_needs_comes_before_it_and_what_goes_goes_last(output: Path, client: Any) -> None:
    sync(output, client, "paper")
    site = {name: f"{text} new" for name, text in SITE.items() if name != "theme/site.css"}
    publish(output, site | {"theme/site-2.css": "body { color: red }"})
    asked = [call for call in calls_of_sync(output, client) if call[1] != NAME]
    turns = [turn_of(key, key == STORY) for operation, key in asked if operation == "PutObject"]
    assert turns == sorted(turns)
    assert {key for operation, key in asked if operation == "PutObject"} == {*site, "theme/site-2.css"}
    assert asked[-1] == ("DeleteObject", "theme/site.css")


def calls_of_sync(output: Path, client: Any) -> list[tuple[str, str]]:
    asked = calls(client)
    sync(output, client, "paper")
    return asked


@pytest.mark.parametrize(
    ("name", "turn"),
    [
        ("theme/site.css", 0),
        ("images/mill-800.webp", 0),
        ("search/en-1/index/x.pf_index", 0),
        (STORY, 1),
        ("index.html", 2),
        ("feeds/all.atom.xml", 2),
        ("search/en-1/pagefind-entry.json", 2),
    ],
)
def test_each_file_has_its_turn(name: str, turn: int) -> None:
    assert turn_of(name, name == STORY) == turn


def test_one_changed_story_is_one_file(output: Path, client: Any) -> None:
    sync(output, client, "paper")
    publish(output, SITE | {STORY: "<p>The mill again.</p>"})
    asked = calls_of_sync(output, client)
    assert asked == [("PutObject", NAME), ("PutObject", STORY), ("PutObject", NAME)]


def test_what_others_put_into_the_bucket_stays(output: Path, client: Any) -> None:
    client.put_object(Bucket="paper", Key="lamp/notes.txt", Body=b"mine")
    client.put_object(Bucket="paper", Key="other.txt", Body=b"mine")
    sync(output, client, "paper", "lamp/")
    publish(output, {"index.html": "<p>Closed.</p>"})
    assert str(sync(output, client, "paper", "lamp/")) == "1 put, 0 stood already, 6 removed"
    assert keys(client) == {"lamp/notes.txt", "other.txt", "lamp/index.html", f"lamp/{NAME}"}


def test_a_file_that_was_damaged_there_is_put_again(output: Path, client: Any) -> None:
    sync(output, client, "paper")
    client.put_object(Bucket="paper", Key=STORY, Body=b"damaged")
    assert str(sync(output, client, "paper")) == "1 put, 6 stood already, 0 removed"
    assert client.get_object(Bucket="paper", Key=STORY)["Body"].read() == SITE[STORY].encode()


def test_files_have_the_types_that_readers_programs_ask_for(output: Path, client: Any) -> None:
    sync(output, client, "paper")
    kinds = {name: client.head_object(Bucket="paper", Key=name)["ContentType"] for name in SITE}
    assert kinds["index.html"] == "text/html; charset=utf-8"
    assert kinds["feeds/all.atom.xml"] == "application/atom+xml"
    assert kinds["theme/site.css"] == "text/css; charset=utf-8"


def test_what_was_not_published_is_not_brought_anywhere(output: Path, client: Any) -> None:
    (output / "index.html").write_text("<p>A trial.</p>")
    with pytest.raises(Stop, match=r"output/index\.html is not as it was published"):
        sync(output, client, "paper")
    place_of(output).unlink()
    with pytest.raises(Stop, match="output/ was not published"):
        sync(output, client, "paper")
    assert keys(client) == set()


def test_a_bucket_that_is_not_there_is_named(output: Path, client: Any) -> None:
    with pytest.raises(Stop, match="there is no bucket 'nowhere'"):
        sync(output, client, "nowhere")
