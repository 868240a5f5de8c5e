"""What the reviews of an answer are of, as its sentences name it."""

from collections.abc import Iterable, Sequence
from datetime import date

from tools.wording.speaker import Speaker
from tools.wording.statements import Statement
from tools.wording.values import Language, Listing, Name, Span

LANGUAGES: tuple[Language, Language] = ("en", "zh")


def scope_name(kept: Sequence[Name], period: tuple[date, date] | None) -> Name:
    """Items or categories and days, as they follow "reviews" or go before "条评价"; may be empty.

    >>> scope_name([Name(en="Skincare", zh="护肤")], None)
    Name(kind='name', en=' of Skincare', zh='护肤的')
    """
    said = {}
    for language in LANGUAGES:
        speaker = Speaker(language)
        names = speaker.say(Listing(items=tuple(kept))) if kept else ""
        days = speaker.say(Span(first=period[0], last=period[1])) if period else ""
        said[language] = (names, days)
    (en, en_days), (zh, zh_days) = said["en"], said["zh"]
    english = (f" of {en}" if en else "") + (f" from {en_days}" if en_days else "")
    return Name(en=english, zh=f"{zh_days}{zh}的" if zh or zh_days else "")


def in_scope(said: Iterable[Statement], scope: Name) -> list[Statement]:
    """The statements, each able to name `scope`."""
    return [s.model_copy(update={"values": {**s.values, "scope": scope}}) for s in said]
