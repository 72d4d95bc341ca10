# SPDX-License-Identifier: MIT
"""Settings of the rival: Pelican as it comes, with the theme that comes with it."""

SITENAME = "Stock"
SITEURL = ""
TIMEZONE = "UTC"
THEME = "simple"
ARTICLE_URL, ARTICLE_SAVE_AS = (
    "{date:%Y}/{date:%m}/{date:%d}/{slug}/",
    "{date:%Y}/{date:%m}/{date:%d}/{slug}/index.html",
)
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"  # the calendar pages that ours has as well
MONTH_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/index.html"
DAY_ARCHIVE_SAVE_AS = "{date:%Y}/{date:%m}/{date:%d}/index.html"
