"""Quotes: whole sentences, short, and the one that speaks about the question."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retrieval.privacy import cleaned, masked
from retrieval.quoting import LONGEST, quote, sentences

TEXT = st.text(alphabet=st.sampled_from("ab ,.!?。，！\n好坏"), max_size=700)


@given(TEXT)
def test_sentences_are_short_and_lose_nothing_but_spaces(text):
    pieces = sentences(text)
    assert all(0 < len(piece) <= LONGEST for piece in pieces)
    letters = "ab好坏"
    kept = [c for c in "".join(pieces) if c in letters]
    assert kept == [c for c in text if c in letters]


@given(TEXT.filter(lambda text: any(c in "ab好坏" for c in text)), st.integers(0, 99))
def test_a_quote_is_one_short_line_holding_the_nearest_sentence(text, seed):
    pieces = sentences(text)
    vectors = np.random.default_rng(seed).normal(size=(len(pieces), 8)).astype(np.float32)
    best = int(np.argmax(vectors[:, 0]))
    said = quote(pieces, vectors, np.eye(8, dtype=np.float32)[0])
    assert pieces[best] in said
    assert len(said) <= LONGEST
    assert "\n" not in said


def test_neighbours_come_along_as_long_as_they_fit():
    pieces = ["It arrived.", "The battery died.", "x" * 150 + "."]
    vectors = np.eye(3, dtype=np.float32)
    assert quote(pieces, vectors, vectors[1]) == "It arrived. The battery died."


def test_a_title_without_a_full_stop_stands_alone():
    pieces = ["Zipper broke", "The zipper broke at once.", "Sad."]
    vectors = np.eye(3, dtype=np.float32)
    assert quote(pieces, vectors, vectors[1]) == "The zipper broke at once. Sad."


def test_masking_keeps_prices_dates_and_sizes():
    text = "Paid 199.99 on 2026-03-15 for size 38-40, model A1234567, 3 x 1,299"
    assert masked(text) == text


def test_masking_takes_phones_and_long_numbers_in_many_spellings():
    for number in ("13800138000", "+1 (415) 555-0132", "138 0013 8000", "6222-0212-3456-7890"):
        assert masked(f"电话{number}，谢谢") == "电话[number]，谢谢"
        assert masked(f"call {number} now") == "call [number] now"


def test_cleaning_reads_html_escapes_even_twice_escaped():
    assert cleaned("it&amp;#39;s &lt;b&gt;fine&#7;") == "it's <b>fine"


def test_cleaning_keeps_words_and_drops_what_cannot_be_seen():
    assert cleaned("a\u200b\u202e\x07b \t c\u2028d") == "ab c\nd"
