"""Where reviews are cut."""

import pytest

from tools.themes.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("great fabric but runs small", ["great fabric", "but runs small"]),
        ("面料很好，但是偏小", ["面料很好", "但是偏小"]),
        ("质量不错 就是物流太慢", ["质量不错", "就是物流太慢"]),
        ("Cost me 3.50, worth it!", ["Cost me 3.50", "worth it"]),
        ("fits well - love it + fast", ["fits well", "love it", "fast"]),
        ("Soft and warm", ["Soft and warm"]),
        ("It is warm and it looks good", ["It is warm", "and it looks good"]),
        ("完美😡😡坏了", ["完美", "坏了"]),
        ("😡😡 !!! ...", []),
        ("", []),
    ],
)
def test_each_opinion_stands_alone(text, parts):
    assert [text[start:end].strip() for start, end in clauses(text)] == parts


def test_a_very_long_review_is_cut_in_time():
    assert len(clauses("nice, but late. " * 6000)) == 12000
