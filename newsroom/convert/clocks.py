# SPDX-License-Identifier: MIT
"""Times of day as they are printed, with their zone where it can mean one only."""

import datetime
import re

from newsroom.schema import Stamp

# Minutes from UTC of the abbreviations that mean one zone. BST, CST, IST, MST and PST's likes that
# mean several, and "ET" and "PT", which change with the season, give none.
_ALL_YEAR = {"z": 0, "utc": 0, "gmt": 0, "msk": 180, "wib": 420, "wita": 480, "wit": 540, "jst": 540,
             "kst": 540, "hkt": 480, "sgt": 480, "awst": 480, "sast": 120, "pkt": 300, "npt": 345}  # fmt: skip
# By season of the northern half: "EST" in July is a slip for EDT or another country's; it gives none.
_WINTER = {"est": -300, "pst": -480, "akst": -540, "cet": 60, "mez": 60, "eet": 120, "wet": 0, "aedt": 660, "nzdt": 780}
_SUMMER = {"edt": -240, "cdt": -300, "mdt": -360, "pdt": -420, "akdt": -480, "cest": 120, "mesz": 120, "eest": 180,
           "west": 60, "aest": 600, "nzst": 720}  # fmt: skip
# Months in which the season is one and the same by every rule of change; in the others both hold.
_SURE_SUMMER, _SURE_WINTER = frozenset((4, 5, 6, 7, 8, 9)), frozenset((12, 1, 2))

_EARLY = "午前|上午|오전|早上|凌晨|صباحا|صباحًا|ص(?!\\w)|π\\.?μ\\.?|पूर्वाह्न"
_LATE = "午後|下午|오후|晚上|مساء|مساءً|م(?!\\w)|μ\\.?μ\\.?|अपराह्न"
_HALF_BEFORE = rf"(?:(?P<early>{_EARLY}|(?-i:AM\b))|(?P<late>{_LATE}|(?-i:PM\b)))?\s?"
_HALF_AFTER = (
    r"(?:\s?(?P<half>[ap]\.?\s?m(?![^\W\d_])\.?|(?-i:[AaPp]\.?[Mm](?=[A-Z][a-z])))"
    rf"|\s(?:(?P<before_noon>{_EARLY})|(?P<after_noon>{_LATE})))?"
)
_MINUTE = r"(?:\s?(?P<mark>[:：.h時时点]|시)\s?(?P<minute>\d\d)(?!\d)[分분]?(?:[:.]\d\d(?:\.\d{1,6})?)?)?"
_HOURS = r"(?P<hours>\s?(?:uhr|h|時|时|시)(?!\w))?"
_OFFSET = r"(?P<utc>UTC|GMT)?\s?(?P<offset>[+\u2212-]\d{1,2}(?::?[0-5]\d)?)(?!\d)"
# What follows may be glued to it: `10:15 AM ESTUpdated`.
_TOLD = r"(?:eastern|central|mountain|pacific|local)(?:\s(?:standard\s|daylight\s)?time)?\b"
_ZONE = (
    rf"(?:\s?[(\[]?(?:{_TOLD}|{_OFFSET}|(?P<zone>(?-i:[A-Z]{{3,4}}|Z|[ECMP]T))(?:(?![^\W_])|(?-i:(?=[A-Z][a-z])))))?"
)
_NOON = r"(?P<noon>(?:12\s)?noon\b)"
_CLOCK = rf"(?:{_NOON}|{_HALF_BEFORE}(?P<hour>\d{{1,2}})(?!\d){_MINUTE}{_HOURS}{_HALF_AFTER}(?!\d)){_ZONE}"

# What may stand between a day and its time: "14 October 2017, at 8:36", "14 октября 2017 г. в 12:30".
_AT = (
    "at|um|à|às|as|a las|a la|alle ore|alle|ore|kl|klo|o godz|godz|o|ob|в|о|у|om|saat|pukul|jam|lúc|la ora"
    "|ora|orele|στις|az|time|u|v|ve|kell|plkst|hora|horas|w godz|الساعة|ساعت|בשעה|во|ás|เวลา|klukkan|o godzinie|kell"
)
_GAP = rf"(?:\s?г(?:\.|ода)?|\s[drр]\.)?[\s.,;|/·•∙●–—@(-]{{0,4}}(?:(?:{_AT})\b[.:]?\s{{1,2}})?"
AFTER = re.compile(rf"(?:(?P<t>T)(?=\d\d:)|{_GAP}){_CLOCK}", re.IGNORECASE)
BEFORE = re.compile(rf"(?<![\w:./]){_CLOCK}[)\]]?[\s,|/·•∙●–—-]{{0,4}}(?:(?:on|am|le|den|,)\s)?$", re.IGNORECASE)
ALONE = re.compile(rf"(?<![\w:.]){_CLOCK}", re.IGNORECASE)
ONLY = re.compile(rf"(?:time:?\s|{_GAP}){_CLOCK}[)\]]?[\s|·•,–—-]{{0,4}}", re.IGNORECASE)


def stamp_from(day: datetime.date, match: re.Match[str] | None) -> Stamp | None:
    """The day with the time and the zone of a match; None if it holds no time."""
    time = match and time_from(match)
    return Stamp(day, time, _offset_from(match, day)) if match and time is not None else None


def time_from(match: re.Match[str]) -> datetime.time | None:
    """The time, if it is one: `8 pm`, `noon`, `20 Uhr` and `20:36` are, a bare `8` is not."""
    if match["noon"]:
        return datetime.time(12)
    hour, half = int(match["hour"]), match["half"]
    early, late = bool(match["early"] or match["before_noon"]), bool(match["late"] or match["after_noon"])
    if half:
        early, late = half[0] in "aA", half[0] in "pP"
    if not (early or late or match["minute"] or match["hours"]):
        return None
    if early or late:
        if hour > 12 and half:  # "13:00 pm" is a slip of which nobody knows the right
            return None
        hour = hour % 12 + (12 if late else 0) if hour <= 12 else hour
    minute = int(match["minute"] or 0)
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None


def _offset_from(match: re.Match[str], day: datetime.date) -> int | None:
    if match["offset"]:
        return _numeric_offset(match)
    zone = match["zone"] and match["zone"].casefold()
    if not zone:
        return None
    if zone in _ALL_YEAR:
        return _ALL_YEAR[zone]
    if zone in _WINTER and day.month not in _SURE_SUMMER:
        return _WINTER[zone]
    return _SUMMER.get(zone) if day.month not in _SURE_WINTER else None


def _numeric_offset(match: re.Match[str]) -> int | None:
    """Minutes of `+06:00`, `GMT+6`; the `-11:00` of the range `10:00-11:00` is no offset."""
    printed = match["offset"].replace("\u2212", "-")
    digits = printed[1:].replace(":", "")
    iso = match.re is AFTER and match["t"]
    if not (match["utc"] or iso or (len(digits) == 4 and (printed[0] == "+" or ":" not in printed))):
        return None
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    offset = (-1 if printed[0] == "-" else 1) * (hours * 60 + minutes)
    return offset if -720 <= offset <= 840 else None
