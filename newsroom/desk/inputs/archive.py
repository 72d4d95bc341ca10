# SPDX-License-Identifier: MIT
"""Archives of a crawl: pages in WARC files, texts in WET files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsroom.desk.inputs.meter import Meter
from newsroom.desk.inputs.packed import unpacked
from newsroom.desk.inputs.raw import Damage, Keys, Raw, Unreadable
from newsroom.desk.limits import LimitError, Limits

_PAGES = {"text/html": "record.html", "application/xhtml+xml": "record.html", "text/plain": "record.txt"}
_OK = 200


def from_archive(path: Path, key: str, limits: Limits, meter: Meter) -> Iterator[Raw | Unreadable]:
    """The seed of each answer, resource and conversion, or why it has none; other records hold no page."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    keys = Keys(key)
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    with unpacked(path, limits, meter) as file:
        try:
            for record in ArchiveIterator(file, record_types=kinds, auto_decode="all", stream_detect=False):
                yield _input_from(record, keys, limits)
        except LimitError:
            raise
        except ValueError as error:  # what fastwarc says of a record that is none
            raise Damage(str(error)) from error


def _input_from(record: Any, keys: Keys, limits: Limits) -> Raw | Unreadable:
    identity = (record.record_id or "").strip("<>")
    status = record.http_headers.status_code if record.is_http_parsed else _OK
    kind = (record.http_content_type if record.is_http_parsed else record.headers.get("Content-Type")) or ""
    form = _PAGES.get(kind.split(";")[0].strip().casefold())
    if status != _OK or not form:
        why = f"{kind or 'no Content-Type'}" if status == _OK else f"the answer was {status}"
        return Unreadable(keys.key_of(identity, identity.encode()), "not a page", why)
    try:
        data = record.reader.read(limits.record_bytes + 1)
        limits.check("record_bytes", len(data), "a record")
    except LimitError as error:
        return Unreadable(keys.key_of(identity, identity.encode()), "too large", str(error))
    address = record.headers.get("WARC-Target-URI")
    charset = record.http_charset if record.is_http_parsed else None
    return Raw(keys.key_of(identity, data), form, data, charset, address and address.strip("<>"))
