"""Policies are quoted point by point, as their files stand at the moment of the question."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from retrieval.embedding import Vectors
from tests.small_store import small_store
from tools.service.policies import Policies, clauses_of
from tools.service.rules import Rules
from tools.store.store import Store

RETURNS = """# Returns

You may send back any item **within 15 days**.

- Earbuds only with the seal unbroken,
  for reasons of hygiene.
- *Free* for faulty items.

## Abroad

1. Orders sent abroad may come back within 30 days.
"""


def workspace(tmp_path: Path, **texts: str) -> Policies:
    folder = tmp_path / "policies"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    small = small_store()
    return Policies(Store(small.connection, small.profile, tmp_path))


def test_markdown_is_cut_into_points_under_their_headings() -> None:
    assert [(c.clause_id, c.heading, c.text) for c in clauses_of("returns", RETURNS)] == [
        ("returns#1", "Returns", "You may send back any item within 15 days."),
        (
            "returns#2",
            "Returns",
            "Earbuds only with the seal unbroken, for reasons of hygiene.",
        ),
        ("returns#3", "Returns", "Free for faulty items."),
        ("returns#4", "Returns › Abroad", "Orders sent abroad may come back within 30 days."),
    ]


@pytest.mark.parametrize(
    ("query", "language", "point"),
    [
        ("I opened the earbuds", "en", "returns-en#2"),
        ("I live abroad", "en", "returns-en#4"),
        ("耳塞能退吗", "zh", "returns-zh#2"),
        ("earbuds", "zh", None),
        ("", "en", None),
        ("😀", "en", None),
        ("weather on Mars", "en", None),
    ],
)
def test_the_point_that_answers_comes_first(
    query: str, language: str, point: str | None, tmp_path: Path
) -> None:
    chinese = "# 退货\n\n- 15天内可退。\n- 耳塞拆封后不能退。\n"
    policies = workspace(tmp_path, returns_en=RETURNS, returns_zh=chinese)
    found = policies.search(query, language)
    assert (found[0].clause_id if found else None) == point


def test_a_language_without_policies_gets_those_there_are(tmp_path: Path) -> None:
    policies = workspace(tmp_path, returns=RETURNS)
    assert policies.search("earbuds 能退吗", "zh")[0].clause_id == "returns#2"


def test_an_edit_counts_from_the_next_question_on(tmp_path: Path) -> None:
    policies = workspace(tmp_path, returns=RETURNS)
    assert "15 days" in policies.search("send back", "en")[0].text
    workspace(tmp_path, returns=RETURNS.replace("15 days", "20 days"))
    assert "20 days" in policies.search("send back", "en")[0].text


@pytest.mark.parametrize("text", ["", "\n\n", "# Only a title", "x" * 100_000, "# A\n- \n- \n"])
def test_odd_files_do_no_harm(text: str, tmp_path: Path) -> None:
    policies = workspace(tmp_path, returns=RETURNS, odd=text)
    assert policies.search("earbuds", "en")[0].clause_id == "returns#2"


def test_bytes_that_are_no_text_do_no_harm(tmp_path: Path) -> None:
    policies = workspace(tmp_path, returns=RETURNS)
    (tmp_path / "policies" / "odd.md").write_bytes(b"\xff\xfe\x00earbuds")
    assert policies.search("seal of earbuds", "en")[0].clause_id == "returns#2"


def test_without_files_the_table_is_read_and_without_either_nothing() -> None:
    assert [c.text for c in Policies(small_store()).search("days", "en")] == ["30 days."]
    assert Policies(small_store("policies")).search("days", "en") == ()


class Alike:
    """Embeds a text by whether it speaks of hygiene or of a wish to open the box."""

    def queries(self, texts: Sequence[str]) -> Vectors:
        return self.passages(texts)

    def passages(self, texts: Sequence[str], progress: object = None) -> Vectors:
        near = np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)
        return near[[0 if "hygiene" in text or "unsealed" in text else 1 for text in texts]]

    model_id = "alike"


def test_meaning_finds_what_words_do_not(tmp_path: Path) -> None:
    policies = workspace(tmp_path, returns=RETURNS)
    assert policies.search("unsealed", "en") == ()
    meant = Policies(policies.store, Alike)
    assert meant.search("unsealed", "en")[0].clause_id == "returns#2"


def test_rules_have_the_values_of_a_plain_policy_unless_written() -> None:
    assert Rules.read(None).return_days is None
    assert Rules().days_to_return("US") is None
    rules = Rules(return_days=15, return_days_abroad=30, home_country="CN")
    assert (rules.days_to_return("CN"), rules.days_to_return("US")) == (15, 30)
