"""Which theme of reviews a question says."""

import pytest

from assistant.open_arguments import OneOf
from assistant.reading import Reading
from assistant.theme_slots import aspect


@pytest.mark.parametrize(
    ("words", "subject", "theme"),
    [
        ("智能手表好评都夸什么", "", None),
        ("智能手表的续航抱怨多吗", "续航", "battery"),
        ("do complaints about the noise of kettles grow", "noise", "noise"),
    ],
)
def test_a_thing_is_no_theme(words: str, subject: str, theme: str | None) -> None:
    reading = Reading(words, "en", filters=("category=Kettles",), subject=subject)
    slot = aspect(reading, {})
    assert slot == (OneOf([theme]) if theme else None)
