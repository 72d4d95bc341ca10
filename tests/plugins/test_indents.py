# SPDX-License-Identifier: MIT
"""Templates without their indentation: what a page says is the same, in fewer bytes."""

from types import SimpleNamespace

from jinja2 import Environment

from newsroom.plugins.indents import add_extension

TEMPLATE = "<ul>\n  {% for word in words %}\n    <li>{{ word }}\n      <b>now</b></li>\n  {% endfor %}\n</ul>\n"


def test_lines_lose_what_they_begin_with_and_stay_lines() -> None:
    options = {"trim_blocks": True, "lstrip_blocks": True, "extensions": []}
    pelican = SimpleNamespace(settings={"JINJA_ENVIRONMENT": options})
    add_extension(pelican)
    environment = Environment(**pelican.settings["JINJA_ENVIRONMENT"], autoescape=True)
    html = environment.from_string(TEMPLATE).render(words=["  one", "two"])
    assert html == "<ul>\n<li>  one\n<b>now</b></li>\n<li>two\n<b>now</b></li>\n</ul>"
    assert options["extensions"] == []  # the settings of another run stay as they are
