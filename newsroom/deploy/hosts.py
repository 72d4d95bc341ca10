# SPDX-License-Identifier: MIT
"""What other hosts need to be told: configurations of Caddy and nginx, and the file _headers of Netlify and Cloudflare.

All say the same, from one list: what the pages' own policy cannot say, and how long files may be kept.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from newsroom.stop import Stop

HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",  # beside the policy in each page, which cannot say this
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}
PAGES_KEPT, FILES_KEPT = "public, max-age=300", "public, max-age=86400"
FOLDERS = ("theme", "images")  # of files that outlast an edition


def configuration(host: str, site: str, folder: str) -> str:
    """The configuration of a `host` for the site that `publish` left in `folder`. Stop for one that we do not know."""
    if host not in _HOSTS:
        raise Stop(f"{host!r} is none of {', '.join(_HOSTS)}")
    if not site:
        raise Stop(
            "SITEURL: is empty, and the host needs to know it: SITEURL=https://example.org invoke hostconf caddy"
        )
    return _HOSTS[host](site, folder)


def _caddy(site: str, folder: str) -> str:
    address = urlsplit(site)
    root = address.path
    lasting = " ".join(f"{root}/{each}/*" for each in FOLDERS)
    headers = "\n".join(f'\t\t{name} "{value}"' for name, value in HEADERS.items())
    strip = f"\tredir {root} {root}/ permanent\n\turi strip_prefix {root}\n" if root else ""
    outside = f"\t@outside not path {root} {root}/*\n\trespond @outside 404\n" if root else ""
    return f"""\
# Caddy 2, for what `invoke publish --compress` left
{address.scheme}://{address.netloc} {{
\troot * {folder}
\theader {{
{headers}
\t}}
\t@lasting path {lasting}
\t@passing not path {lasting}
\theader @lasting Cache-Control "{FILES_KEPT}"
\theader @passing Cache-Control "{PAGES_KEPT}"
\troute {{
{_indented(outside + strip)}\t\tfile_server {{
\t\t\tprecompressed br gzip
\t\t}}
\t}}
\thandle_errors {{
\t\trewrite * /404.html
\t\tfile_server
\t}}
}}
"""


def _indented(lines: str) -> str:
    return "".join(f"\t{line}\n" for line in lines.splitlines())


def _nginx(site: str, folder: str) -> str:
    address = urlsplit(site)
    root = address.path
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items())
    where = f"alias {folder}/;" if root else f"root {folder};"
    folders = "|".join(FOLDERS)
    bare = f"    location = {root} {{ return 301 {root}/; }}\n" if root else ""
    return f"""\
# nginx, for what `invoke publish --compress` left. Certificates are yours to add.
# brotli_static needs its module (Debian: libnginx-mod-http-brotli-static); without it, take that line out.
map $uri $kept {{
    default "{PAGES_KEPT}";
    ~^{root}/({folders})/ "{FILES_KEPT}";
}}
server {{
    listen {address.port or 80};
    server_name {address.hostname};
    charset utf-8;
    charset_types text/css text/plain text/xml application/javascript application/json;
    gzip_static on;
    brotli_static on;
    absolute_redirect off;
{headers}
    add_header Cache-Control $kept always;
    error_page 404 {root}/404.html;
{bare}    location {root}/ {{
        {where}
        index index.html;
    }}
}}
"""


def _headers_file(site: str, _folder: str) -> str:
    """The file _headers, which both read at the root of what is uploaded: they serve a site at a host's root alone."""
    if urlsplit(site).path:
        raise Stop(f"SITEURL: {site} is below the root of its host, and this one serves at roots alone")
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for each in FOLDERS:
        lines += [f"/{each}/*", f"  Cache-Control: {FILES_KEPT}"]
    return "\n".join(lines) + "\n"


_HOSTS: dict[str, Callable[[str, str], str]] = {
    "caddy": _caddy,
    "nginx": _nginx,
    "netlify": _headers_file,
    "cloudflare": _headers_file,
}
