# SPDX-License-Identifier: AGPL-3.0-only
"""Jinja, so that a macro called again with the same arguments answers from memory.

A macro that is imported sees its arguments and the environment's globals, and nothing else: what it says
for the same objects is the same. A listing's entry is shown on some eight pages, the masthead on all.
"""

from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro

from newsroom.press.changes.reads import Reads, note, note_all, noting

_ENTRIES_MAX = 150_000  # of one macro, some 150 MB of listing entries; then it begins anew
_TRIAL = 400  # calls after which a macro that seldom answers from memory is no more asked to
_SELDOM = 0.1
_BY_VALUE = (str, int, float, bool, type(None))


class PageContext(Context):
    """A context whose globals are in its variables already, so that imports need not look for them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin as Jinja does."""
        super().__init__(*args, **kwargs)
        self.globals_keys = set()

    def resolve_or_missing(self, key: str) -> Any:
        """Note the name, and do as Jinja does."""
        note("name", key)
        return super().resolve_or_missing(key)


class PageTemplate(Template):
    """A template whose macros remember, when another template imports them."""

    def _get_default_module(self, ctx: Context | None = None) -> Any:
        if self._module is None:
            module = super()._get_default_module(ctx)
            for name, value in vars(module).items():
                if isinstance(value, Macro) and not value.caller:
                    setattr(module, name, Remembering(value))
        return self._module


class PageEnvironment(Environment):
    """Templates are looked up once."""

    context_class = PageContext
    template_class = PageTemplate

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """Return a template, the same each time."""
        known: dict[str, Template] = self.__dict__.setdefault("_known", {})
        if not isinstance(name, str) or globals is not None:
            return super().get_template(name, parent, globals)
        if name not in known:
            known[name] = super().get_template(name, parent)
        return known[name]


class Remembering:
    """A macro with its answers."""

    def __init__(self, macro: Macro) -> None:
        """Begin with none."""
        self._macro, self._asked, self._known = macro, 0, 0
        self._answers: dict[Any, tuple[Any, Reads, Any]] = {}

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the macro, or say again what it said."""
        if self._asked > _TRIAL and self._known < self._asked * _SELDOM:
            return self._macro(*args, **kwargs)
        # Objects are told apart by themselves: those of a build do not change while it renders. Pairs with
        # their type, for True equals 1
        key = tuple(
            (type(each), each) if type(each) in _BY_VALUE else id(each) for each in (*args, *kwargs, *kwargs.values())
        )
        self._asked += 1
        found = self._answers.get(key)
        if found is not None:
            self._known += 1
            note_all(found[1])
            return found[0]
        with noting() as reads:
            answer = self._macro(*args, **kwargs)
        if len(self._answers) >= _ENTRIES_MAX:
            self._answers.clear()
        self._answers[key] = answer, reads, (args, kwargs)  # held, so that no other object takes their place in memory
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._macro, name)
