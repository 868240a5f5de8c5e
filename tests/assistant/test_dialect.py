"""Spoken and regional English, as it is written elsewhere."""

import pytest

from assistant.dialect import widely_spoken


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("whit sold maist last week", "what sold most last week"),
        ("hae we onythin tae sell aboot o oor pans", "have we onythin to sell about of our pans"),
        ("what wid ye offer her", "what would you offer her"),
        ("sellin' well, ain't it", "selling well, ain't it"),
        ("we're runnin oot", "we're running out"),
        ("lemme see, plz", "let me see, please"),
        ("margin in Berlin", "margin in Berlin"),
        ("the file dem.csv", "the file dem.csv"),
        ("订单 in May", "订单 in May"),
    ],
)
def test_it_is_read_as_others_write_it(text: str, plain: str) -> None:
    assert widely_spoken(text) == plain
