# SPDX-License-Identifier: MIT
"""A published site to object storage (S3 and what speaks like it): what changed, in an order that no reader notices.

Files that pages need come first, then stories, then what leads to them; what is no more goes last. Only what an
earlier run put there is ever removed: the bucket keeps the manifest of what it has of us.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from newsroom import manifest as manifests
from newsroom.manifest import Manifest
from newsroom.stop import Stop

NAME = ".manifest.json"
_AT_ONCE = 16
_COPIES = (".br", ".gz")  # storage does not choose among them; its CDN compresses
_TYPES = {
    ".atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
    "feeds/all.json": "application/feed+json",
    ".woff2": "font/woff2",
    ".js": "text/javascript",
    ".webmanifest": "application/manifest+json",
    ".wasm": "application/wasm",
}
_LEADS = re.compile(r".*\.(?:html|xml|json|txt)|.*/pagefind-entry\.json|.*\.pf_meta")
_SOON, _LATER = "public, max-age=300", "public, max-age=86400"


@dataclass(frozen=True, slots=True)
class Synced:
    """How many files were put, stood already, and were removed."""

    put: int
    stood: int
    removed: int

    def __str__(self) -> str:
        return f"{self.put:,} put, {self.stood:,} stood already, {self.removed:,} removed"


def turn_of(name: str, is_story: bool) -> int:
    """When a file is put: 0 what pages need, 1 stories, 2 what leads to them."""
    return 1 if is_story else 2 if _LEADS.fullmatch(name) else 0


def client_for(endpoint: str = "") -> Any:
    """A client of boto3, which finds its credentials as it documents. Stop where boto3 is not installed."""
    try:
        import boto3
    except ImportError as error:
        raise Stop("sync needs boto3: pip install boto3") from error
    return boto3.client("s3", endpoint_url=endpoint or None)


def sync(output: Path, client: Any, bucket: str, prefix: str = "") -> Synced:
    """Bring the bucket to what was published in `output`. Stop where that is not what stands there."""
    site = {name: file for name, file in manifests.published(output).items() if not name.endswith(_COPIES)}
    before = _manifest_in(client, bucket, prefix)
    there = _tags_in(client, bucket, prefix)
    new = {name: file for name, file in site.items() if there.get(name) != file.md5}
    gone = sorted(name for name in before if name not in site and name in there)

    def put(name: str) -> None:
        _put(client, bucket, prefix + name, (output / name).read_bytes(), name)

    if new or gone or before != site:
        _put_manifest(client, bucket, prefix, before | site)  # a run that is killed forgets nothing that it put
        for turn in (0, 1, 2):
            _together(put, (name for name, file in new.items() if turn_of(name, file.is_story) == turn))
        _together(lambda name: client.delete_object(Bucket=bucket, Key=prefix + name), gone)
        _put_manifest(client, bucket, prefix, site)
    return Synced(len(new), len(site) - len(new), len(gone))


def _together(act: Callable[[str], Any], names: Iterable[str]) -> None:
    """Do it for all names, many at once, and wait for the last; the first error is raised."""
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(act, names):
            pass


def _put(client: Any, bucket: str, key: str, data: bytes, name: str) -> None:
    kind = next((kind for ending, kind in _TYPES.items() if name.endswith(ending)), None)
    kind = kind or guess_type(name)[0] or "application/octet-stream"
    charset = "; charset=utf-8" if kind.startswith("text/") else ""
    kept = _SOON if _LEADS.fullmatch(name) else _LATER
    client.put_object(Bucket=bucket, Key=key, Body=data, ContentType=kind + charset, CacheControl=kept)


def _put_manifest(client: Any, bucket: str, prefix: str, manifest: Manifest) -> None:
    _put(client, bucket, prefix + NAME, manifests.written(manifest).encode(), NAME)


def _manifest_in(client: Any, bucket: str, prefix: str) -> Manifest:
    try:
        body = client.get_object(Bucket=bucket, Key=prefix + NAME)["Body"].read()
    except client.exceptions.NoSuchKey:
        return {}
    except client.exceptions.NoSuchBucket as error:
        raise Stop(f"there is no bucket {bucket!r}") from error
    return manifests.read(body.decode("utf-8", "replace"), f"{bucket}/{prefix}{NAME}")


def _tags_in(client: Any, bucket: str, prefix: str) -> dict[str, str]:
    return {each["Key"].removeprefix(prefix): each["ETag"].strip('"') for each in _objects(client, bucket, prefix)}


def _objects(client: Any, bucket: str, prefix: str) -> Iterator[dict[str, str]]:
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
        yield from page.get("Contents", ())
