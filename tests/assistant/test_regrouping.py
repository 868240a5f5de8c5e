"""Other goods in the place of some that a group was described by."""

import pytest

from assistant.regrouping import regrouped
from tests.small_store import small_store
from tools.lexicon import Lexicon


@pytest.mark.parametrize(
    ("message", "before", "described"),
    [
        (
            "and who never bought headphones?",
            "bought twice but never bought keyboards",
            "bought twice but never bought headphones",
        ),
        ("换成没买过键盘的", "来过三次但没买过耳机的", "来过三次但没买过键盘的"),
        ("耳机改成键盘", "买过耳机两次的", "买过键盘两次的"),
        ("swap keyboards for headphones", "bought keyboards twice", "bought headphones twice"),
        ("only those in Hunan", "bought keyboards twice", None),
        ("and headphones?", "bought keyboards twice", None),
    ],
)
def test_the_description_is_told_anew(message: str, before: str, described: str | None) -> None:
    assert regrouped(message, Lexicon(small_store()).find(message), before) == described
