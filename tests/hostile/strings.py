# SPDX-License-Identifier: MIT
"""Strings that run a script where a site lets them, each call with a number that says which one ran and where."""

import re
import unicodedata

from newsroom.schema import post
from tests.hostile_strings import HOSTILE

# Those of tests/hostile_strings.py try to be more than text in any way; these run, in a page that is careless.
RUNNING = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<details open ontoggle=alert(1)>more",
    "<input autofocus onfocus=alert(1)>",
    "<b onmouseover=alert(1)>here",
    "<p onclick=alert(1)>here",
    "<a href=javascript:alert(1)>here</a>",
    "<a href='java&#x0A;script:alert(1)'>here</a>",
    "<body onload=alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<video><source onerror=alert(1)></video>",
    "<button autofocus onfocus=alert(1) onclick=alert(1)>here",
    "<form><button formaction=javascript:alert(1)>here",
    "<object data=javascript:alert(1)></object>",
    "<style>@keyframes a{}</style><b style='animation:a 1ms' onanimationstart=alert(1)>here",
    "[here](javascript:alert(1))",
    "<javascript:alert(1)>",
    "{{ ''.__class__ }}<img src=x onerror=alert(1)>{% raw %}",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "&lt;img src=x onerror=alert(1)&gt;",
    '\\"});alert(1);//',
    "</textarea></style></noscript><img src=x onerror=alert(1)>",
)
OURS = tuple(dict.fromkeys((*RUNNING, *HOSTILE)))
_CALL = re.compile(r"\b(?:alert|confirm|prompt|print|msgbox|eval)\s*(?:\([^()]*\)|`[^`]*`|&lpar;.*?&rpar;)")


def marked(text: str, marker: int) -> str:
    """Return the string with its call telling the marker, without quotation marks: they may be taken."""
    return _CALL.sub(lambda call: f"__x`{marker}`" if "`" in call[0] else f"__x({marker})", text)


def line(text: str, longest: int = 190) -> str:
    """Return the string as one tidy line, as a post may state it: what the schema refuses is left out."""
    text = "".join(each for each in text if unicodedata.category(each) != "Cs")
    text = post.ILLEGAL.sub("", re.sub("[\u2028\u2029\u202d\u202e]", "", text))
    text = " ".join(text.split())[:longest].strip() or "-"
    return text if post.takes("title", text) else f"a {text}"  # of letters that nobody sees alone
