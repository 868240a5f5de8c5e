"""The drafts kept for people to read hold to every check, as they stand in the repository."""

import re
from pathlib import Path

import pytest

from tools.drafts import Draft
from tools.drafts.brand import DEFAULT, Brand
from tools.drafts.checks import Rules
from tools.drafts.copywriting import message_faults
from tools.drafts.document import figures, markdown
from tools.drafts.revising import offer_name
from tools.drafts.slots import day_words, offer_words
from tools.wording.values import Language

GOLDEN = Path(__file__).parents[2] / "golden" / "drafts"
NUMBERS = tuple(path.stem for path in sorted(GOLDEN.glob("*.json")))
BRAND = Brand.parse(DEFAULT.read_text(encoding="utf-8"))
_DIGITS = re.compile(r"\d+(?:[,.]\d+)*")


def draft_of(number: str) -> Draft:
    return Draft.model_validate_json((GOLDEN / f"{number}.json").read_text(encoding="utf-8"))


def test_there_are_ten_and_five_are_chinese() -> None:
    drafts = [draft_of(number) for number in NUMBERS]
    assert len(drafts) == 10
    assert sum(draft.brief.language == "zh" for draft in drafts) == 5
    assert all(draft.writer.startswith("Qwen2.5-Coder-1.5B") for draft in drafts)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_document_says_what_the_draft_holds(number: str) -> None:
    assert (GOLDEN / f"{number}.md").read_text(encoding="utf-8") == markdown(draft_of(number))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_figure_of_the_document_is_traced(number: str) -> None:
    draft = draft_of(number)
    language = draft.brief.language
    told = [figure.text for figure in figures(draft, language)]
    known = {digits for text in told for digits in _DIGITS.findall(text)} | _facts(draft, language)
    body = re.sub(r"(?m)^>.*$", "", markdown(draft))
    loose = [own for own in _DIGITS.findall(body) if own.rstrip(".,") not in known]
    assert loose == []


def _facts(draft: Draft, language: Language) -> set[str]:
    """Digits of dates, codes, names and rules, which are no figures."""
    days = (draft.schedule.starts, draft.schedule.ends, draft.today, draft.test.check_day)
    texts = [
        draft.id, draft.data_version, draft.audience.fingerprint, draft.offer.code, draft.writer,
        str(draft.version), f"{draft.schedule.hour}:00", offer_name(draft).text(language),
        draft.audience.rule.text(language), draft.audience.label.text(language),
        draft.title.text(language), "95%",
        *(f"{day.year} {day.month} {day.day}" for day in days if day is not None),
    ]  # fmt: skip
    return {digits for text in texts for digits in _DIGITS.findall(text)}


@pytest.mark.parametrize("number", NUMBERS)
def test_the_copy_keeps_to_the_offer_the_law_and_the_length(number: str) -> None:
    draft = draft_of(number)
    for copy in draft.copies:
        assert message_faults(copy, _rules(draft, copy.channel, copy.language)) == (), copy


def _rules(draft: Draft, channel: str, language: Language) -> Rules:
    category = draft.category.text(language) if draft.category and draft.brief.category else None
    offer = draft.offer
    words = offer_words(offer.discount, language, draft.currency, draft.brief.objective, category)
    until = day_words(draft.schedule.ends, language)
    festival = draft.brief.festival.text(language) if draft.brief.festival else ""
    musts = [own for own in (offer.code, until if words else "") if own]
    allowed = " ".join((words, offer.code, until, draft.store, festival))
    return Rules(channel, language, allowed, BRAND.voices[language].banned, tuple(musts))  # type: ignore[arg-type]


@pytest.mark.parametrize("number", NUMBERS)
def test_consent_is_kept_and_the_counts_add_up(number: str) -> None:
    own = draft_of(number).audience
    asked = own.n_segment - own.n_no_consent - own.n_capped - own.n_overlap
    assert asked == own.n_reachable == own.n_treated + own.n_control
    assert own.n_treated >= 10
