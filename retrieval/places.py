# ruff: noqa: E501  # a pattern reads best on one line
"""Where a person lives: postal addresses in English and Chinese."""

import re

from retrieval.needed import Needing

_DIGIT = re.compile(r"\d")
_STREET = r"(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Close|Crescent|Highway|Hwy|Parkway|Pkwy|Circle|Row|Gardens|Mews)"
_UNIT = r"(?:Apt|Apartment|Unit|Suite|Ste|Flat|Room|Rm|#)\.?\s*#?\w{1,5}"
_ENGLISH = Needing(
    re.compile(
        rf"(?:\b(?:{_UNIT}),?\s+)?\b\d{{1,5}}[A-Za-z]?(?:-\d{{1,4}})?,?\s+(?:[NSEW]\.?\s+|North\s+|South\s+|East\s+|West\s+)?(?:(?:[A-Z][\w'’.-]*|\d{{1,3}}(?:st|nd|rd|th))\s+){{1,3}}{_STREET}\b\.?"
        rf"(?:,?\s*{_UNIT})?(?:,\s*[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){{0,2}}){{0,2}}(?:,?\s*[A-Z]{{2}})?(?:,?\s*\d{{5}}(?:-\d{{4}})?\b)?"
    ),
    shape=re.compile(r"\d[A-Za-z]?(?:-\d{1,4})?,?\s+[A-Z\d]"),
)
_LOWER = Needing(
    re.compile(
        rf"((?:\baddress(?: is|:)|\b(?:live|living|lives) (?:at|on)|\b(?:ship|send|sent|deliver(?:ed)?|mail) (?:it |this |them )?to)\s+)(\d{{1,5}}\s+(?:\w+\s+){{1,3}}{_STREET}\b(?:,?\s*{_UNIT})?)",
        re.IGNORECASE,
    ),
    ("address", "live", "living", "ship", "send", "sent", "mail"),
)
_BOX = Needing(re.compile(r"\bP\.?\s?O\.?\s?Box\s+\d+", re.IGNORECASE), ("box",))
_POSTCODE = Needing(
    re.compile(r"\b(?:GIR 0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-HJKP-UW\d]? \d[ABD-HJLNP-UW-Z]{2})\b"),
    shape=re.compile(r"\d[A-Z]{2}"),
)

_AREA = r"[\u4e00-\u9fff]{2,7}?(?:自治区|特别行政区|省|市|区|县|镇|乡|街道)"
_WAY = (
    r"[\u4e00-\u9fff]{1,8}?(?:大道|大街|胡同|小区|花园|公寓|家园|新村|路|街|巷|弄|苑|村|大厦|广场)"
)
_DOOR = r"\d{1,5}\s*(?:[-–—]\d{1,4})*\s*(?:号楼|号院|号|弄|栋|幢|座|单元|楼|层|室|房|户|#)?"
_FIRST = r"\d{1,5}\s*(?:[-–—]\d{1,4})*\s*(?:号楼|号院|号|弄|栋|幢|座|单元|室|#)"
_CHINESE = Needing(
    re.compile(
        rf"(?:(?:{_AREA}){{1,4}}(?:{_WAY}){{1,3}}(?:第?{_DOOR}){{1,5}}"
        rf"|(?<=[住在到至址：:])\s*(?:{_AREA})*(?:{_WAY}){{1,3}}{_FIRST}(?:第?{_DOOR}){{0,5}}"
        rf"|[\u4e00-\u9fff]{{2,6}}(?:路|街|大道|大街|巷|弄)\d{{1,5}}(?:弄|号)(?:第?{_DOOR}){{0,4}}"
        rf"|[\u4e00-\u9fff]{{2,8}}(?:小区|花园|公寓|家园|新村|苑)\d{{1,4}}\s*(?:号楼|栋|幢|座|号)(?:第?{_DOOR}){{0,3}}"
        rf"|(?:收货|家庭|我家|送货|邮寄|我的)地址(?:是|为|[:：])\s*[^\s，。；,;!！?？]{{4,40}})"
    ),
    shape=re.compile(r"[道街同区园寓村路巷弄苑厦场]第?\d|地址"),
)
_LEAD = re.compile(
    r"^.*?(?:我家?住在?|家住在?|住在?|家在|寄到|寄往|寄给|送到|送往|发到|发往|地址(?:是|为|[:：])?|收货(?:是|为)?|位于|搬到)(?=.{4})"
)


def without_addresses(text: str) -> str:
    """`text` with postal addresses masked.

    >>> without_addresses("Send it to 12 Oak Street, Apt 4, please")
    'Send it to [address], please'
    >>> without_addresses("我住在北京市朝阳区建国路88号5栋1203室，送货很快")
    '我住在[address]，送货很快'
    """
    if not _DIGIT.search(text) and "地址" not in text:
        return text
    for pattern in (_ENGLISH, _BOX, _POSTCODE):
        text = pattern.sub("[address]", text)
    text = _LOWER.sub(r"\1[address]", text)
    return _CHINESE.sub(_kept_lead, text)


def _kept_lead(found: re.Match[str]) -> str:
    """The words that lead to an address stay: "我住在"."""
    lead = _LEAD.match(found[0])
    return (lead[0] if lead else "") + "[address]"
