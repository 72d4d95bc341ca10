# SPDX-License-Identifier: MIT
"""The press's Jinja says what Jinja says, and notes what a template saw of others."""

from jinja2 import DictLoader, Environment
from markupsafe import Markup

from newsroom.press.changes.reads import noting
from newsroom.press.rendering.environment import PageEnvironment

TEMPLATES = {
    "part.html": "{% macro part(name) %}<i>{{ name }}</i>{% endmacro %}",
    "page.html": '{% from "part.html" import part %}{% set own = title %}{% block all %}{{ own }}{{ part(name=own) }}'
    "{{ absent is defined }}{% endblock %}",
}


class Whole:
    """Says its own HTML."""

    def __html__(self) -> str:
        return "<hr>"


def test_what_is_printed_is_escaped_as_jinja_escapes_it() -> None:
    values = ["<&'\">", Markup("<b>"), "<b>", Markup("<b>"), 5, 1.5, True, None, Whole(), "<" * 500, ["<"]]
    source = "{% for each in values %}{{ each }}|{% endfor %}"
    stock = Environment(autoescape=True).from_string(source).render(values=values)
    assert PageEnvironment(autoescape=True).from_string(source).render(values=values) == stock


def test_what_a_template_sets_itself_is_not_noted() -> None:
    template = PageEnvironment(autoescape=True, loader=DictLoader(TEMPLATES)).get_template("page.html")
    with noting() as reads:
        assert template.render(title="<T>") == "&lt;T&gt;<i>&lt;T&gt;</i>False"
    assert reads.names == {"title", "absent"}


def test_a_macro_answers_each_argument_for_itself() -> None:
    template = PageEnvironment(autoescape=True, loader=DictLoader(TEMPLATES)).get_template("page.html")
    first, again, other = (template.render(title=title) for title in ("One", "One", "1"))
    assert (first, again) == ("One<i>One</i>False",) * 2
    assert other == "1<i>1</i>False"
