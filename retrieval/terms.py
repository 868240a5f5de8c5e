"""A text as the terms an index by words counts: English stems, Chinese words.

English is split at what is neither letter nor digit and stemmed (Porter 2001, "Snowball"); Chinese
is segmented by jieba's dictionary (`rjieba`, its Rust twin), long words also into their parts.
"""

import re
import unicodedata
from itertools import pairwise

import rjieba
from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

_RUNS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[^\u3400-\u4dbf\u4e00-\u9fff]+")
_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LONGEST = 40
"""Letters of a term; what is longer is no word."""

_ENGLISH = (
    TextAnalyzerBuilder(Tokenizer.regex(r"[\p{L}\p{N}]+(?:'\p{L}+)*"))
    .filter(Filter.remove_long(_LONGEST))
    .filter(Filter.lowercase())
    .filter(Filter.ascii_fold())
    .filter(Filter.stemmer("english"))
    .build()
)


def terms(text: str) -> list[str]:
    """The terms of `text` in their order.

    >>> terms("Zippers broke, it's cheap!"), terms("拉链坏了iPhone")
    (['zipper', 'broke', 'it', 'cheap'], ['拉链', '坏', '了', 'iphon'])
    """
    found: list[str] = []
    for run in _RUNS.findall(unicodedata.normalize("NFKC", text).replace("’", "'")):
        if _CHINESE.match(run):
            found += rjieba.cut_for_search(run, True)
        else:
            found += _ENGLISH.analyze(run)
    return found


def pairs(found: list[str]) -> list[str]:
    """Neighbours among `found`, joined.

    >>> pairs(["runs", "very", "small"])
    ['runs_very', 'very_small']
    """
    return [f"{first}_{second}" for first, second in pairwise(found)]
