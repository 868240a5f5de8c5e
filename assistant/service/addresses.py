"""A new address in a customer's words, split into its parts by code."""

import re

_CHINESE = re.compile(
    r"(?P<state>[\u4e00-\u9fff]{2,7}?(?:省|自治区))?"
    r"(?P<city>[\u4e00-\u9fff]{2,9}?(?:市|自治州|地区))"
    r"(?P<address1>[\u4e00-\u9fffA-Za-z0-9（）()#\-－·]*?(?:路|街|道|巷|弄|里|村|镇|大厦|小区|广场)"
    r"[\u4e00-\u9fffA-Za-z0-9（）()#\-－·]*)"
)
_CODE_ZH = re.compile(r"(?<![\dA-Za-z])\d{6}(?!\d)")
_CODE = re.compile(
    r"(?<![\dA-Za-z])(?:\d{5,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![\dA-Z])"
)
_LEAD_ZH = re.compile(
    r"^.*?(?:改(?:成|为|到)|换(?:成|到)|寄(?:到|去)|送(?:到|去)|新?地址(?:是|为|：|:)|搬到了?|在)"
)
_ENGLISH = re.compile(
    r"(?:(?P<unit>\b(?:apt|apartment|unit|suite|flat|room)\.? ?#?\w{1,5})\s*,\s*)?"
    r"(?P<address1>(?<![\w@#-])\d+[A-Za-z]?(?:[-/]\d+)? [\w'’.\-/ ]+?)"
    r"(?:,?\s*(?P<address2>(?:apt|apartment|unit|suite|ste|floor|flat|#|building|room)[\w .#-]*?))?"
    r",\s*(?P<city>[^\W\d_][\w'’.\- ]*?)"
    r"(?:(?:,?\s+(?=(?-i:[A-Z]{2})\b)|,\s*)(?P<state>[A-Z]{2,}(?: [A-Z]+)?)(?=[,\s]+[\dA-Z]))?"
    r"[,\s]+(?P<postcode>\d{5,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})"
    r"(?:[,\s]+(?P<country>USA|U\.S\.A\.|US|United States|UK|United Kingdom|China|Singapore|"
    r"Malaysia|Canada|Australia|Germany|France|Hong Kong))?",
    re.IGNORECASE,
)


def postcode_in(text: str, wrong: str = "") -> dict[str, str]:
    """The postcode in `text`, told alone; not the one known to be `wrong`, where there is another.

    >>> postcode_in("It's 02108."), postcode_in("邮编是200120"), postcode_in("yes")
    ({'postcode': '02108'}, {'postcode': '200120'}, {})
    """
    found = sorted(_CODE.findall(text), key=lambda code: code == wrong)
    return {"postcode": found[0]} if found else {}


def address_in(text: str) -> dict[str, str]:
    """Parts of the address in `text`, by the names of a record's parts; empty where there is none.

    >>> address_in("Please ship it to 12 Oak Street, Apt 4, Boston, MA 02108")["city"]
    'Boston'
    >>> address_in("to Flat 2A, 7 Rose Lane SS9/4, Leeds, LS1 4AP")["address2"]
    'Flat 2A'
    >>> found = address_in("地址改成浙江省杭州市西湖区文三路12号3幢，邮编310012")
    >>> found["city"], found["address1"], found["postcode"]
    ('杭州市', '西湖区文三路12号3幢', '310012')
    """
    if match := _ENGLISH.search(text):
        found = match.groupdict()
        found["address2"] = found.pop("unit") or found["address2"]
    else:
        start = lead.end() if (lead := _LEAD_ZH.search(text)) else 0
        match = _CHINESE.search(text, start) or _CHINESE.search(text)
        if match is None:
            return {}
        found = match.groupdict()
        after = _CODE_ZH.search(text, match.end()) or _CODE_ZH.search(text)
        found["postcode"] = after[0] if after else ""
    return {name: part.strip(" ,，吗吧呢嘛") for name, part in found.items() if part}
