"""Copy keeps to the brand, the law, the offer's digits and the channel's length."""

from collections.abc import Mapping
from datetime import date

import pytest

from tools.drafts.brand import DEFAULT, Brand
from tools.drafts.checks import Rules
from tools.drafts.claims import banned_claims
from tools.drafts.copywriting import Page, message_faults, written
from tools.drafts.lengths import length_of
from tools.drafts.models import (
    CHANNELS,
    OBJECTIVES,
    Benefit,
    Brief,
    Channel,
    Discount,
    Objective,
    Offer,
    Schedule,
)
from tools.drafts.slots import slots
from tools.drafts.writers import Choice, FirstWriter, Task
from tools.errors import DataError
from tools.wording.values import Language, Name

BRAND = Brand.parse(DEFAULT.read_text(encoding="utf-8"))
SCHEDULE = Schedule(
    starts=date(2026, 12, 1), ends=date(2026, 12, 28), given=True, weekday=2, hour=20
)
OFFERS = (
    Offer(discount=Discount(kind="percent", value=0.15), source="brief", code="SAVE15"),
    Offer(discount=Discount(kind="amount", value=30, threshold=300), source="brief", code="SAVE30"),
    Offer(discount=Discount(kind="free_shipping"), source="brief"),
    Offer(discount=Discount(kind="none"), source="brief"),
)
JACKETS = Name(en="Jackets", zh="外套")


class NthWriter(FirstWriter):
    """Takes the nth of the phrases it is shown, round and round."""

    def __init__(self, n: int) -> None:
        self.n = n

    def choose(self, choice: Choice) -> int:
        return self.n % len(choice.options)


def page(
    channel: Channel,
    language: Language,
    objective: Objective = "promote",
    offer: Offer = OFFERS[0],
    *,
    known: bool = True,
    tone: str = "plain",
) -> Page:
    """A message about jackets; with little known, the phrases must do without most slots."""
    category = "Jackets" if known and objective in ("clear_stock", "promote") else None
    brief = Brief(goal="x", objective=objective, category=category, tone=tone)
    voice = BRAND.voices[language]
    season = Name(en="winter", zh="冬天")
    things = {"category": JACKETS if known else None, "now": season, "season": season}
    comfort = Benefit(key="comfort", name=Name(en="the comfort", zh="舒适度"), n_praise=12, n=14)
    filled = slots(
        language, "Lumo", "CNY", brief, offer, SCHEDULE, things, voice.names,
        comfort if known else None,
    )  # fmt: skip
    return Page(channel, language, brief, offer, voice, filled)


@pytest.mark.parametrize("tone", ["plain", "warm"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("objective", list(OBJECTIVES))
@pytest.mark.parametrize("channel", list(CHANNELS))
def test_every_message_of_the_default_brand_passes_every_check(
    channel: Channel, objective: Objective, language: Language, tone: str
) -> None:
    for offer in OFFERS:
        for n in range(4):
            own = page(channel, language, objective, offer, tone=tone)
            copy = written(own, NthWriter(n))
            assert message_faults(copy, own.rules) == (), copy.parts


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("channel", list(CHANNELS))
def test_a_store_of_which_little_is_known_still_gets_a_message(
    channel: Channel, language: Language
) -> None:
    own = page(channel, language, "win_back", known=False)
    assert message_faults(written(own, FirstWriter()), own.rules) == ()


def test_no_phrase_of_the_default_brand_holds_a_digit_or_a_banned_claim() -> None:
    for language, voice in BRAND.voices.items():
        for lines in voice.phrases.values():
            for line in lines:
                assert not any(char.isdigit() for char in line), line
                assert list(banned_claims(line, language, voice.banned)) == [], line


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("全网最低价", "zh", "absolute"),
        ("国家级品质", "zh", "absolute"),
        ("销量第一", "zh", "absolute"),
        ("唯一的选择", "zh", "absolute"),
        ("保证满意", "zh", "guarantee"),
        ("改善睡眠，有治疗作用", "zh", "health"),
        ("手慢无", "zh", "urgency"),
        ("仅剩三件", "zh", "urgency"),
        ("全场半价", "zh", "spam"),
        ("The best jackets", "en", "absolute"),
        ("We guarantee you'll like it", "en", "guarantee"),
        ("Clinically tested", "en", "health"),
        ("Hurry, last chance", "en", "urgency"),
        ("Only a few left", "en", "urgency"),
        ("Half-price jackets", "en", "spam"),
    ],
)
def test_claims_the_law_forbids_are_found(text: str, language: Language, kind: str) -> None:
    assert kind in {own for own, _words in banned_claims(text, language)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("最近还好吗", "zh"),
        ("第一次来的话", "zh"),
        ("慢慢挑，不着急", "zh"),
        ("With best wishes", "en"),
        ("Take your time", "en"),
    ],
)
def test_everyday_words_are_no_claims(text: str, language: Language) -> None:
    assert list(banned_claims(text, language)) == []


def test_digits_that_are_not_the_offers_are_found() -> None:
    rules = Rules("push", "en", "15% off with SAVE15 until 28 December", (), ())
    copy = written(page("push", "en"), FirstWriter())
    wrong = copy.model_copy(update={"parts": {**copy.parts, "title": "Loved by 500 people"}})
    assert "title: the number 500 is not of the offer" in message_faults(wrong, rules)


def test_a_text_message_counts_as_phones_do() -> None:
    assert length_of("a" * 160, "sms") == (160, 160)
    assert length_of("[" * 80, "sms") == (160, 160)
    assert length_of("好" * 70, "sms") == (70, 70)
    assert length_of("ok 😀", "sms") == (5, 70)


class FreeWriter(FirstWriter):
    """Writes what it was given, one try after another."""

    name = "free"

    def __init__(self, *tries: Mapping[str, str]) -> None:
        self.tries = list(tries)
        self.faults: list[tuple[str, ...]] = []

    def write(self, task: Task) -> Mapping[str, str] | None:
        self.faults.append(task.faults)
        return self.tries.pop(0)


GOOD = {"title": "A word about jackets", "body": "15% off jackets with SAVE15, until 28 December."}
BAD = {"title": "The best jackets", "body": "70% off with SAVE15, until 28 December."}


def test_a_writers_own_words_are_taken_once_they_pass() -> None:
    writer = FreeWriter(BAD, GOOD)
    copy = written(page("push", "en"), writer)
    assert copy.author == "model"
    assert copy.parts == GOOD
    assert any("70" in fault for fault in writer.faults[1])


def test_after_two_repairs_the_brands_phrases_take_their_place() -> None:
    writer, own = FreeWriter(BAD, BAD, BAD), page("push", "en")
    copy = written(own, writer)
    assert copy.author == "patterns"
    assert len(writer.faults) == 3
    assert sum(pick.part == "message" for pick in own.picks) == 3


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("# English\n## Phrases\n### subject · win_back\n- Hi {nobody}", "line 4.*nobody"),
        ("# English\n## Phrases\n### sobject · win_back", "line 3.*sobject"),
        ("# English\n## Moods", "line 2.*Moods"),
        ("# English\n## Phrases\n### subject · any\n- Hi {", "line 4"),
    ],
)
def test_a_brand_file_that_cannot_be_read_names_the_line(text: str, wrong: str) -> None:
    with pytest.raises(DataError, match=wrong):
        Brand.parse(text)


def test_a_brands_own_banned_words_count() -> None:
    assert list(banned_claims("A crazy offer", "en", ("crazy",))) == [("brand", "crazy")]
    assert list(banned_claims("Stir-crazyish", "en", ("crazy",))) == []
