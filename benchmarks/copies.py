# SPDX-License-Identifier: MIT
"""How many pairs of copies are found: by our signatures, and by DataTrove's MinHash of the same posts.

    python -m benchmarks.copies ROWS.jsonl    # rows {id, page, text}; two of one page are copies

Needs, beside the extra `datatrove`, the packages tokenizers and xxhash<4.
"""

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

from newsroom.convert import Source
from newsroom.desk import Finder
from newsroom.desk.candidate import Candidate
from newsroom.desk.duplicates import kin_of
from newsroom.desk.finding import Made
from newsroom.desk.state import finding_from

Pairs = set[tuple[str, str]]
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|\w+")
_BANDS = ((14, 8), (20, 5), (30, 3))  # the first is DataTrove's own choice


class _Words:
    """Words without a model of a language: DataTrove's own tokenizers are downloaded."""

    def word_tokenize(self, text: str) -> list[str]:
        """The words of a text."""
        return _WORD.findall(text)


def main(path: Path) -> None:
    """Print precision and recall of each way."""
    rows = [json.loads(line) for line in path.open("rb")]
    page, posts, candidates = {}, {}, []
    finder = Finder("rows", Source())
    for row in rows:
        line, _ = finder.line_of(row["id"], "row.txt", row["text"].encode(), None)
        *found, written = json.loads(line)
        made = finding_from(found)
        if isinstance(made, Made):
            page[made.key], posts[made.key] = row["page"], written.split("\n---\n", 1)[1]
            candidates.append(_candidate(made))
    gold = _pairs(page)
    print(f"{len(posts)} stories, {len(gold)} pairs")
    _tell("ours", _ours(candidates), gold)
    for buckets, hashes in _BANDS:
        _tell(f"MinHash {buckets} x {hashes}", _minhash(posts, buckets, hashes), gold)


def _candidate(made: Made) -> Candidate:
    return Candidate(
        made.key,
        made.sha256,
        made.signature,
        title=made.title,
        published=made.published,
        modified=made.modified,
        facts=made.facts,
    )


def _ours(candidates: Iterable[Candidate]) -> Pairs:
    candidates = list(candidates)
    roots = {each.key: each.key for each in candidates} | {key: kin.of for key, kin in kin_of(candidates).items()}
    return _pairs({key: _end_of(roots, key) for key in roots})


def _minhash(posts: Mapping[str, str], buckets: int, hashes: int) -> Pairs:
    from datatrove.pipeline.dedup import minhash

    minhash.load_word_tokenizer = lambda _language: _Words()
    config = minhash.MinhashConfig(num_buckets=buckets, hashes_per_bucket=hashes)
    with tempfile.TemporaryDirectory() as folder:
        step = minhash.MinhashDedupSignature(folder, config=config)
    same: dict[tuple[int, tuple[int, ...]], str] = {}
    roots = {key: key for key in posts}
    for key, text in posts.items():
        shingles = step.get_shingles(text)
        for bucket, signature in enumerate(step.get_signature(shingles) if shingles.size else ()):
            roots[_end_of(roots, key)] = _end_of(roots, same.setdefault((bucket, tuple(signature)), key))
    return _pairs({key: _end_of(roots, key) for key in roots})


def _end_of(roots: Mapping[str, str], key: str) -> str:
    while roots[key] != key:
        key = roots[key]
    return key


def _pairs(groups: Mapping[str, str]) -> Pairs:
    members = defaultdict(list)
    for key, group in groups.items():
        members[group].append(key)
    return {pair for keys in members.values() for pair in combinations(sorted(keys), 2)}


def _tell(name: str, found: Pairs, gold: Pairs) -> None:
    right = len(found & gold)
    print(f"{name}: precision {right / max(1, len(found)):.4f}, recall {right / max(1, len(gold)):.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
