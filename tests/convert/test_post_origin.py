# SPDX-License-Identifier: MIT
"""What a post says of its origin: what an editor stated, and the address of the page."""

from dataclasses import replace

from newsroom.convert import Evidence, Post, Seed, Source, convert

STORY = (
    "Pier opens to all\n\nPublished: 3 March 2030\n\n"
    "The council of Port Ember opened the pier on Monday in the rain, and people walked over it for hours.\n\n"
    "The pier stands on 84 piles of larch, which the harbour master expects to last for about forty years.\n\n"
    "It replaces one that the ice took nine winters ago, together with the ferry that was tied up beside it.\n"
)


def post_with(evidence: Evidence) -> Post:
    post = convert(replace(Seed.from_bytes("pier.txt", STORY.encode()), evidence=evidence))
    assert isinstance(post, Post)
    return post


def test_what_an_editor_stated_is_marked_as_that() -> None:
    source = Source(newspaper="The Ember", rights="All rights reserved", contact="mailto:a@ember.example", lang="en-GB")
    front = post_with(Evidence("https://ember.example/pier", source)).file.front
    assert (front.newspaper, front.rights, front.contact, front.lang) == (
        "The Ember",
        "All rights reserved",
        "mailto:a@ember.example",
        "en-GB",
    )
    assert front.stated == ("newspaper", "rights", "contact", "lang")
    assert front.source == "https://ember.example/pier"


def test_a_post_does_without_an_address_that_it_could_not_state() -> None:
    for address in ("javascript:alert(1)", "https://ember.example/" + "p" * 2000, "https://ember.example/a\nb", ""):
        assert post_with(Evidence(address)).file.front.source is None


def test_a_source_can_be_kept_from_engines_and_its_pages_named_as_originals() -> None:
    kept = post_with(Evidence("https://ember.example/pier", Source(index=False, copy=True))).file.front
    assert (kept.index, kept.copy, kept.stated) == (False, True, ("index", "copy"))
    assert post_with(Evidence(None, Source(copy=True))).file.front.copy is False
    said = post_with(Evidence("https://ember.example/pier", Source(index=True, copy=False))).file.front
    assert (said.index, said.copy, said.stated) == (True, False, ())
