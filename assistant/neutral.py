"""Words of a question that tell nothing of the tool it is for, put in neutral ones."""

import re

from tools.lexicon import Lexicon
from tools.periods import find_periods

_ALL_DATA = re.compile(r"\bdata\b|数据|资料", re.IGNORECASE)
"""In a time ("all the data we have"): a word that else asks what the store knows."""
_REST = re.compile(r"\s+(?:that )?(?:we|you|i)(?:.ve)? (?:have|got|hold)\b", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]")


def neutral(text: str, lexicon: Lexicon) -> str:
    """`text` with a word for each product it names, and for a time that is all of the data.

    A product's title may be longer than the question, and its words are about anything.
    """
    chinese = bool(_HAN.search(text))
    named = [(m.start, m.end) for m in lexicon.find(text) if m.kind == "value" and m.name == "item"]
    spans = [(*span, "这款商品" if chinese else "product X") for span in named]
    for period in find_periods(text, lexicon.store.today):
        if _ALL_DATA.search(text[period.start : period.end]):
            rest = _REST.match(text, period.end)
            end = rest.end() if rest else period.end
            spans.append((period.start, end, "全部时间" if chinese else "all time"))
    for start, end, words in sorted(spans, reverse=True):
        text = text[:start] + words + text[end:]
    return text
