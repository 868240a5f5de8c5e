"""`customer_profile` and interest tags, with a fake embedding of words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from tests.small_store import small_store
from tools.errors import ToolError
from tools.prediction.customers.base import CustomerBase
from tools.prediction.lifetime.tool import LifetimeTools
from tools.segments import Segments
from tools.segments.interests import Interests
from tools.segments.profile import ProfileTools

WORDS = ("headphone", "keyboard", "key", "sound")


def embed(texts: Sequence[str]) -> np.ndarray:
    """Which of `WORDS` a text has, as a vector; "keys" are of keyboards, "sound" of headphones."""
    rows = [[float(word in text.casefold()) for word in WORDS] for text in texts]
    vectors = np.array(rows, dtype=np.float32)
    vectors[:, 0] += vectors[:, 3]
    vectors[:, 1] += vectors[:, 2]
    return vectors[:, :2]


@pytest.fixture(scope="module")
def tools() -> ProfileTools:
    store = small_store()
    value = LifetimeTools(CustomerBase(store), Path("none"))
    return ProfileTools(Segments(store, Path("none")), embed, lambda: [value.lifetime_value])


def test_a_profile_tells_segment_orders_and_consent(tools: ProfileTools) -> None:
    told = [fact.text for fact in tools.customer_profile("U1").facts("en")]
    assert told[0].startswith("Customer u1 is in the segment")
    assert "3 orders so far, the last 29 days ago" in told[0]
    answer = [f.text for f in tools.customer_profile("U1").facts("en") if f.role == "answer"]
    assert answer == told[:2]
    assert answer[1].startswith("Spent so far: CN¥340.00")
    assert told[-1] == "This customer agreed to marketing."


def test_a_missing_model_is_left_out_with_a_word(tools: ProfileTools) -> None:
    told = [fact.text for fact in tools.customer_profile("u1").facts("en")]
    assert any("has not been trained" in text for text in told)


def test_who_never_bought_is_said(tools: ProfileTools) -> None:
    assert "has not ordered yet" in tools.customer_profile("u7").facts("en")[0].text


def test_no_review_or_search_is_quoted(tools: ProfileTools) -> None:
    found = tools.customer_profile("u1")
    text = " ".join(fact.text for fact in found.facts("en"))
    assert "Great sound" not in text
    assert '"headphones"' not in text


def test_an_unknown_customer_is_refused(tools: ProfileTools) -> None:
    with pytest.raises(ToolError, match="No customer “zzz”"):
        tools.customer_profile("zzz")


def test_a_text_is_about_the_tag_nearest_in_meaning() -> None:
    interests = Interests(small_store(), embed)
    tags = list(interests.tags)
    about = interests.about(["great sound", "the keys"], np.array([-1, -1]))
    assert about.sum(axis=1) == pytest.approx([1, 1])
    assert [tags[i] for i in about.argmax(axis=1)] == ["Headphones", "Keyboards"]


def test_interests_come_from_what_was_done_before_the_cut() -> None:
    interests = Interests(small_store(), embed)
    cut = date(2026, 10, 26)
    evidence = interests.evidence(cut, ["u6", "u7"])
    assert evidence.user_ids == ["u6"]  # u7 came on the 26th
    scores = interests.scores(evidence, interests.prior(cut))
    assert scores.sum(axis=1) == pytest.approx([1])
    assert scores[0, list(interests.tags).index("Keyboards")] > interests.prior(cut)[1]


def test_little_evidence_stays_near_what_is_usual() -> None:
    interests = Interests(small_store(), embed)
    cut = date(2026, 11, 1)
    prior = interests.prior(cut)
    few = interests.scores(interests.evidence(cut, ["u7"]), prior)
    many = interests.scores(interests.evidence(cut, ["u1"]), prior)
    assert np.abs(few - prior).sum() < np.abs(many - prior).sum() * 2


def test_without_a_customer_it_is_asked_which(tools: ProfileTools) -> None:
    with pytest.raises(ToolError, match="Which customer"):
        tools.customer_profile()
