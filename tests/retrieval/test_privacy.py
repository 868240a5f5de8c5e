"""Personal data is masked and nothing else: a labelled list, and 500 items planted in reviews."""

import json
from pathlib import Path

import pytest

from retrieval.filters import Filters
from retrieval.privacy import masked
from retrieval.review_index import ReviewIndex
from tests.retrieval.letters import LetterEmbedder
from tests.retrieval.test_review_index import rows, table

LABELLED = json.loads(Path(__file__).with_name("personal.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_personal_is_masked(language):
    missed = [
        (secret, case["text"])
        for case in LABELLED[language]
        for secret in case.get("hidden", ())
        if secret in masked(case["text"])
    ]
    assert missed == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_sizes_prices_orders_and_books_stay(language):
    lost = [
        (kept, masked(case["text"]))
        for case in LABELLED[language]
        for kept in case.get("kept", ())
        if kept not in masked(case["text"])
    ]
    assert lost == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_masking_twice_is_masking_once(language):
    once = [masked(case["text"]) for case in LABELLED[language]]
    assert [masked(text) for text in once] == once


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("They had my SSN 102-12-1002 on the form", "They had my SSN [number] on the form"),
        ("Passport number X4121212 was asked for", "Passport number [number] was asked for"),
        ("national insurance QQ 12 34 56 C, please", "national insurance [number], please"),
        (
            "my passport holder: 2 weeks late, 12345 km",
            "my passport holder: 2 weeks late, 12345 km",
        ),
    ],
)
def test_words_after_the_number_of_a_paper_stay(text, left):
    assert masked(text) == left


PLANTED = {
    "电话{}没人接": "1{n}8{n}{n}{n}{n}66",
    "call me on {} today": "415-{n}5-{n}{n}",
    "write to {} please": "u{n}.k{n}@mail.com",
    "加微信 {} 聊": "wx_{n}a{n}",
    "my card {} was charged": "4{n}1 {n}{n} {n}11 {n}{n}",
    "身份证号{}": "1101051949123{n}{n}X",
    "住在北京市海淀区{}，没收到": "中关村大街{n}号{n}栋",
    "sent to {}, please": "{n} Oak Street, Apt {n}",
    "my name is {} and it broke": "Zed{n} Quill{n}",
    "passport number {} was asked for": "X{n}4{n}{n}",
}
"""Sentences and what of a person stands in them; {n} are two or more digits."""


def planted(n):
    """`n` texts and the personal item in each."""
    kinds = list(PLANTED.items())
    for number in range(n):
        text, item = kinds[number % len(kinds)]
        secret = item.replace("{n}", str(35 + number // len(kinds)))
        yield text.format(secret), secret


def test_500_planted_items_are_nowhere_in_the_index(tmp_path, caplog):
    items = list(planted(500))
    reviews = [
        {**row, "review_id": f"p{n}", "title": None, "text": text}
        for n, (row, (text, _)) in enumerate(zip(rows(500), items, strict=True))
    ]
    index = ReviewIndex.open(tmp_path, LetterEmbedder())
    with caplog.at_level("DEBUG"):
        index.update(table(reviews))
    kept = {near.review_id: near.text for near in index.vectors.stored()}
    found = [
        (secret, kept[f"p{n}"]) for n, (_, secret) in enumerate(items) if secret in kept[f"p{n}"]
    ]
    assert found == []
    assert not any(secret in caplog.text for _, secret in items)
    said = [index.search(secret, 3, Filters()) for _, secret in items[::25]]
    assert not any(
        secret in hit.text
        for (_, secret), each in zip(items[::25], said, strict=True)
        for hit in each.hits
    )
