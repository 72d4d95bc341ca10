# SPDX-License-Identifier: AGPL-3.0-only
"""Jinja, so that a macro called again with the same arguments answers from memory.

A macro that is imported sees its arguments and the environment's globals, and nothing else: what it says
for the same objects is the same. A listing's entry is shown on some eight pages, the masthead on all.
"""

from collections.abc import MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from newsroom.press.changes.reads import Reads, note_all, note_name, noting

_ENTRIES_MAX = 150_000  # of one macro, some 150 MB of listing entries; then it begins anew
_TRIAL = 400  # calls after which a macro that seldom answers from memory is no more asked to
_SELDOM = 0.1
_NUMBERS = (int, float)
_NAME_MAX = 200  # characters: what is longer is some story's own, and printed once
_ESCAPED_MAX = 50_000  # texts, some 15 MB


class PageContext(Context):
    """A context whose globals are in its variables already, so that imports need not look for them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin as Jinja does."""
        super().__init__(*args, **kwargs)
        self.globals_keys = set()

    def resolve_or_missing(self, key: str) -> Any:
        """Do as Jinja does, and note the name unless the template itself has set it."""
        found = self.vars.get(key, missing)
        if found is not missing:
            return found
        note_name(key)
        return self.parent.get(key, missing)

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Do as Jinja does, which asks any other thing four times what it wants to be handed."""
        if type(called) is not Remembering:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)  # Jinja's own, of no use to a macro
        kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


class PageTemplate(Template):
    """A template whose macros remember, when another template imports them."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002
        uptodate: Any = None,
    ) -> "PageTemplate":
        """Do as Jinja does, then let what is printed be escaped the quicker way."""
        template: PageTemplate = super().from_code(environment, code, globals, uptodate)  # type: ignore[assignment]
        template.root_render_func.__globals__["escape"] = escaped
        return template

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
        # Objects are told apart by themselves: those of a build do not change while it renders. Numbers with
        # their type, for 1.0 equals 1
        key = (
            *kwargs,
            *[
                each if type(each) is str else (type(each), each) if type(each) in _NUMBERS else id(each)
                for each in (*args, *kwargs.values())
            ],
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


class _Escaped(dict[str, str]):
    """Texts as HTML has them: names, addresses and dates are printed many times."""

    def __missing__(self, text: str) -> str:
        html = str(escape(text))
        if len(text) <= _NAME_MAX:
            if len(self) >= _ESCAPED_MAX:
                self.clear()
            self[text] = html
        return html


_escaped = _Escaped()


def escaped(value: Any) -> str:
    """Return what Jinja prints: it is joined with its neighbours at once, so that it need not be Markup."""
    if type(value) is str:
        return _escaped[value]
    return value if type(value) is Markup else escape(value)
