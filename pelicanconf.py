# SPDX-License-Identifier: MIT
"""Settings that are true everywhere. What only the public site needs stands in publishconf.py.

docs/settings.md explains ours one by one. The rest are Pelican's:
https://docs.getpelican.com/en/latest/settings.html
"""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

here = Path(__file__).resolve().parent
# The pelican command starts with its own folder on the path, not this one: no plugin of ours would be found
sys.path[:0] = [str(here)] if str(here) not in sys.path else []


def newest_first(article):
    """Newest first; equal dates by slug; undated stories, which carry the year 1, last."""
    return -article.date.timestamp(), article.slug


# The paper
SITENAME = "The Daily Seed"
SITE_DESCRIPTION = "News stories as they were printed, grown back from the text that crawlers kept."
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
CONTACT = ""
TAG_AUTHORITY = "daily-seed.invalid,2026"

# What it shows
INDEX = True
AI_CRAWLERS = True
FEED_TEXT = "full"
FEED_LISTINGS = ["section", "topic", "author"]
SEARCH = 20_000  # a number: on while the paper has at most so many stories
SEARCH_CACHE = str(here / ".newsroom" / "search")
PUBLISH_SEEDS = 20_000
TEXT_EDITION = 20_000
STORY_FORMS = {"md": 20_000, "json": 20_000}
DOWNLOADS = []
SEED_PATH = str(here / "seeds")

# What comes in: seeds beyond a limit are refused, each refusal names its limit
LIMITS = {
    "file_bytes": 16 * 2**30,
    "record_bytes": 8 * 2**20,
    "line_bytes": 32 * 2**20,
    "nesting": 1,
    "ratio": 200,
    "records": 10_000_000,
}
NEW_POSTS = "published"
ADDRESSES = "dated"  # "source": where their pages stood

RELATED = 20_000
RELATED_CACHE = str(here / ".newsroom" / "related.tsv")

# What stands for its stories elsewhere; further fonts for scripts that ours lack
SHARE_PICTURES = 20_000
SHARE_CACHE = str(here / ".newsroom" / "share")
SHARE_FONTS = []

# How much its host takes, in bytes (GitHub Pages: 1 GB), and which years stand on which site, if on several
SIZE_LIMIT = 1_000_000_000
COMPRESS = False  # `invoke publish --compress` says otherwise
PARTS = {}
PART = ""
SHARD = LISTING = ""  # `invoke publish --shard` says otherwise

# Pictures made once are kept here
PICTURE_CACHE = str(here / "build" / "pictures")

# How it is made: pages that would be as they are are left; processes that share the work, None for one a core
KEEP_UNCHANGED = True
WORKERS = None

# How strict a build is; publishconf.py says otherwise
STRICT = False
NOW = None

# The press and its plugins, in the order in which they are connected
PELICAN_CLASS = "newsroom.Press"
PLUGINS = [
    "newsroom.plugins.gate",
    "newsroom.plugins.language",
    "newsroom.plugins.wording",
    "newsroom.plugins.citation",
    "newsroom.plugins.edition",
    "newsroom.plugins.related",
    "newsroom.plugins.corrections",
    "newsroom.plugins.calendar",
    "newsroom.plugins.shelves",
    "newsroom.plugins.pictures",
    "newsroom.plugins.share",
    "newsroom.plugins.provenance",
    "newsroom.plugins.feeds",
    "newsroom.plugins.structured",
    "newsroom.plugins.sitemap",
    "newsroom.plugins.gone",
    "newsroom.plugins.search",
    "newsroom.plugins.textedition",
    "newsroom.plugins.downloads",
    "newsroom.plugins.stylesheet",
    "newsroom.plugins.indents",
]

# Folders
PATH = "content"
ARTICLE_PATHS = ["news"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = []  # plugins/pictures.py publishes content/images/
OUTPUT_PATH = "output"
DELETE_OUTPUT_DIRECTORY = False  # the press makes the site aside and exchanges it whole
IGNORE_FILES = [".*", "*~", "#*#"]  # what editors leave; Pelican's own pattern matches no plain file name

# Theme
THEME = "theme"
THEME_TEMPLATES_OVERRIDES = [str(here / "theme" / "components")]
THEME_STATIC_DIR = "theme"
# What only some pages need: a story comes without it
FRONT = ["styles/front.css", "components/card/card.css", "components/lead/lead.css", "components/days/days.css"]
LISTS = ["styles/lists.css", *(f"components/{name}/{name}.css" for name in
         ("counts", "entry", "lookup", "month", "pagehead", "turn", "year"))]  # fmt: skip
STYLESHEETS = {"front": FRONT, "lists": [*FRONT, *LISTS]}
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
}

# Facts come from the post alone: never from its folder, its file name, or a second pass over its links
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = ""
FILENAME_METADATA = ""
FORMATTED_FIELDS = []
INTRASITE_LINK_REGEX = "(?P<what>(?!))"
ARTICLE_TRANSLATION_ID = False
PAGE_TRANSLATION_ID = False
ARTICLE_ORDER_BY = newest_first
PAGE_ORDER_BY = "slug"

# Addresses. The _LANG_ ones are what Pelican takes for a post in another language than DEFAULT_LANG.
ARTICLE_URL = ARTICLE_LANG_URL = PAGE_URL = PAGE_LANG_URL = "{address}"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = "{address}index.html"
DRAFT_URL = DRAFT_LANG_URL = DRAFT_PAGE_URL = DRAFT_PAGE_LANG_URL = "drafts/{address}"
DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = "drafts/{address}index.html"
DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = "drafts/{address}index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "section/{slug}/", "section/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "topic/{slug}/", "topic/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "author/{slug}/", "author/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "archive", "search", "corrections", "feeds", "404"]
INDEX_URL, ARCHIVE_URL, ARCHIVE_SAVE_AS = "", "archive/", "archive/index.html"
SEARCH_SAVE_AS, CORRECTIONS_SAVE_AS = "search/index.html", "corrections/index.html"
FEEDS_SAVE_AS = "feeds/index.html"
PAGINATED_TEMPLATES = {}  # listings are calendar pages, not counted ones
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""  # plugins/calendar.py makes them

# Feeds are made by plugins/feeds.py
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

# The same bytes on every machine: the reader's locale and the caches of other runs stay out
LOCALE = ["C.UTF-8", "C"]
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
