"""Looking for what a pattern needs first never hides a match of it."""

import json
import re
from itertools import product
from pathlib import Path

import pytest

from retrieval import people, places, reach
from retrieval.needed import Needing

LABELLED = json.loads(Path(__file__).with_name("personal.json").read_text(encoding="utf-8"))
TEXTS = [case["text"] for cases in LABELLED.values() for case in cases] + ["my IG: lily.lee_88"]
PATTERNS = {
    f"{room.__name__}.{name}.{n}": each
    for room in (people, places, reach)
    for name, value in vars(room).items()
    for n, each in enumerate(value if isinstance(value, tuple) else (value,))
    if isinstance(each, Needing)
}


@pytest.mark.parametrize("name", PATTERNS)
def test_a_text_that_the_pattern_changes_holds_what_it_needs(name):
    needing = PATTERNS[name]
    for text, letters in product(TEXTS, (str, str.lower, str.upper, str.title)):
        assert needing.sub("[x]", letters(text)) == needing.pattern.sub("[x]", letters(text))


def test_every_pattern_is_seen_to_change_a_text():
    idle = [name for name, p in PATTERNS.items() if not any(p.pattern.search(t) for t in TEXTS)]
    assert idle == []


@pytest.mark.parametrize("strange", ["Kİng", "kıng", "\u212aing", "KING"])
def test_letters_that_pass_for_others_are_seen(strange):
    king = Needing(re.compile("king", re.IGNORECASE), ("king",))
    assert king.sub("#", strange) == king.pattern.sub("#", strange) == "#"
