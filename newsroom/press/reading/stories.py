# SPDX-License-Identifier: AGPL-3.0-only
"""Pelican's articles and pages as a press of many thousands needs them: addresses told once, text fetched late.

Pelican works out an address each time that it is asked for, some ten times a story, and holds every text
from the beginning to the end.
"""

from collections.abc import Callable
from typing import Any

from pelican import contents

from newsroom.press.changes.reads import note_given


class Lean:
    """What both have in common.

    `made_of` is a digest of the source and its HTML. `given` holds what plugins gave to it later; who reads of
    that is noted, since it may speak of other stories.
    """

    settings: dict[str, Any]

    def __init__(
        self, text: Callable[[], str], inside: str, made_of: str, metadata: dict[str, Any], **known: Any
    ) -> None:
        """`text` gives the HTML, whose links lead where they should; `inside` is the path below content/."""
        self._text, self._inside, self._addresses = text, inside, dict[tuple[str, str], str]()
        super().__init__(None, metadata, **known)  # type: ignore[call-arg]
        self.__dict__["made_of"], self.__dict__["given"] = made_of, {}

    def __setattr__(self, name: str, value: Any) -> None:
        given = self.__dict__.get("given")
        if given is None or name.startswith("_"):
            super().__setattr__(name, value)
            return
        self.__dict__.pop(name, None)  # from now on a plugin's, whoever set it before
        if isinstance(getattr(type(self), name, None), property):
            super().__setattr__(name, value)
            self.__dict__["made_of"] += f" {name}={value!r}"
        else:
            given[name] = value

    def __getattr__(self, name: str) -> Any:
        given = self.__dict__.get("given")
        if given is None or name not in given:
            raise AttributeError(f"{self.__dict__.get('_inside')} has no attribute {name!r}")
        note_given(self, name)
        return given[name]

    @property
    def _content(self) -> str:
        return self._text()

    @_content.setter
    def _content(self, html: str | None) -> None:
        if html is not None:  # a plugin's; Pelican's is None, see above
            self._text = lambda: html
            if "made_of" in self.__dict__:
                self.__dict__["made_of"] += f" {html}"

    @property
    def content(self) -> str:
        """The HTML."""
        return self._text()

    def get_content(self, _siteurl: str) -> str:
        return self._text()

    def get_static_links(self) -> set[str]:
        return set()

    def get_relative_source_path(self, source_path: str | None = None) -> str | None:
        if source_path is None:
            return self._inside
        found: str | None = super().get_relative_source_path(source_path)  # type: ignore[misc]
        return found

    def get_url_setting(self, key: str) -> str:
        wanted = key, self.status  # a draft's address is another
        address = self._addresses.get(wanted)
        if address is None:
            address = self._addresses[wanted] = super().get_url_setting(key)  # type: ignore[misc]
        return address

    def is_valid(self) -> bool:
        return True  # its reader answers for it


class Article(Lean, contents.Article):  # type: ignore[misc]  # Pelican is untyped
    """A story."""


class Page(Lean, contents.Page):  # type: ignore[misc]
    """A page written by hand."""


LEAN = {contents.Article: Article, contents.Page: Page}
