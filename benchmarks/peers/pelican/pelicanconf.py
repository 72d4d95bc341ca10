# SPDX-License-Identifier: MIT
"""Pelican as it comes: its own reader and generators, and a theme that shows what ours shows."""

from calendar import monthcalendar

SITENAME = "The Daily Seed"
DESCRIPTION = "News stories as they were printed, grown back from the text that crawlers kept."
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH, ARTICLE_PATHS, PAGE_PATHS, STATIC_PATHS = "content", ["news"], ["pages"], ["images"]
THEME = "theme"
DEFAULT_DATE_FORMAT = "%-d %B %Y"
ARTICLE_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
PAGE_URL, PAGE_SAVE_AS = "{slug}/", "{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "section/{slug}/", "section/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "topic/{slug}/", "topic/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "author/{slug}/", "author/{slug}/index.html"
YEAR_ARCHIVE_URL, MONTH_ARCHIVE_URL, DAY_ARCHIVE_URL = (
    "{date:%Y}/",
    "{date:%Y}/{date:%m}/",
    "{date:%Y}/{date:%m}/{date:%d}/",
)
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/index.html"
DIRECT_TEMPLATES = ["index", "archives", "404"]
ARCHIVES_SAVE_AS = "archive/index.html"
PAGINATED_TEMPLATES: dict[str, int] = {}
FEED_ALL_ATOM, FEED_MAX_ITEMS = "feeds/all.atom.xml", 30
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
SLUGIFY_SOURCE = "title"
DELETE_OUTPUT_DIRECTORY = False
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
JINJA_GLOBALS = {"monthcalendar": monthcalendar}
PLUGIN_PATHS, PLUGINS = ["."], ["neighbours"]
