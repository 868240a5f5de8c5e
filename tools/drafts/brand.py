"""The brand's voice: `brand.md` of the workspace, read into rules, banned words and phrases.

A heading `# English` or `# 中文` opens a language. Below it stand lists: `## Voice`, `## Do`,
`## Don't`, `## Banned words`, `## Sign-off`, `## Category names` (label = name in copy), and
`## Phrases` with one `### part · objective` list each (`any` for every objective; a third word
`warm` for the warmer ones).
"""

import hashlib
import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.drafts.models import OBJECTIVES, Objective, Tone
from tools.errors import DataError
from tools.wording.values import Language

FILE = "brand.md"
DEFAULT = Path(__file__).with_name(FILE)
SLOTS = frozenset(
    {"store", "category", "benefit", "item", "season", "now", "festival"}
    | {"offer", "code", "since", "until"}
)
"""What a phrase may leave open in braces."""
PARTS = frozenset(
    {"subject", "preheader", "greeting", "opening", "reason", "offer", "offer_auto", "invite"}
    | {"closing", "button", "unsubscribe_email", "unsubscribe_sms"}
    | {"title", "short", "short_offer", "short_offer_auto", "short_invite"}
    | {"post", "hook", "show", "call"}
    | {"service_hello", "service_goodbye"}
)
_LANGUAGES: Mapping[str, Language] = {"english": "en", "中文": "zh"}
_LISTS: Mapping[str, str] = {
    "voice": "voice", "语气": "voice", "do": "do", "要": "do", "don't": "dont", "不要": "dont",
    "banned words": "banned", "禁用词": "banned", "sign-off": "sign_off", "落款": "sign_off",
    "phrases": "phrases", "句式": "phrases",
    "category names": "names", "品类称呼": "names",
}  # fmt: skip
ANY = "any"


@dataclass(frozen=True)
class Voice:
    """The brand in one language.

    Attributes:
        voice, do, dont: Rules for whoever writes.
        banned: Words that no copy may hold, in lower case.
        sign_off: Last lines of letters, the first the usual one.
        names: What copy calls categories whose label is no good word for them.
        phrases: (part, objective or `any`, tone) to patterns, in the brand's order.
    """

    voice: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    sign_off: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[tuple[str, str, Tone], tuple[str, ...]] = field(default_factory=dict)

    def patterns(self, part: str, objective: Objective, tone: Tone) -> tuple[str, ...]:
        """The patterns of `part` for the objective, else for any; in the tone where it has some."""
        for purpose in (objective, ANY):
            own = self.phrases.get((part, purpose, tone), ())
            if found := own or self.phrases.get((part, purpose, "plain"), ()):
                return found
        return ()


@dataclass(frozen=True)
class Brand:
    """The brand file: its voice by language, its text, and its fingerprint."""

    voices: Mapping[Language, Voice]
    text: str

    @property
    def fingerprint(self) -> str:
        """First 16 hex digits of the text's SHA-256."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    @classmethod
    def read(cls, path: Path) -> "Brand":
        """The brand file at `path`, written from the default where there is none.

        Raises:
            DataError: If a line of it cannot be used; names the line.
        """
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(path.name + ".new")
            fresh.write_text(DEFAULT.read_text(encoding="utf-8"), encoding="utf-8")
            fresh.replace(path)
        return cls.parse(path.read_text(encoding="utf-8"), str(path))

    @classmethod
    def parse(cls, text: str, source: str = FILE) -> "Brand":
        """`text` as a brand.

        Raises:
            DataError: If a line of it cannot be used; names the line.
        """
        reader = _Reader(source)
        for n, line in enumerate(text.splitlines(), start=1):
            reader.take(n, line.strip())
        return cls(reader.voices(), text)


class _Reader:
    """Takes a brand file line by line."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.language: Language | None = None
        self.section = ""
        self.key: tuple[str, str, Tone] | None = None
        self.lists: dict[tuple[Language, str], list[str]] = {}
        self.phrases: dict[Language, dict[tuple[str, str, Tone], list[str]]] = {}

    def take(self, n: int, line: str) -> None:
        """One line; prose outside lists is for the people who edit the file."""
        heading = re.match(r"(#{1,3})\s+(.+)", line)
        if heading:
            self._heading(n, len(heading[1]), heading[2].strip())
        elif line.startswith("- ") and self.language and self.section:
            self._entry(n, line[2:].strip())

    def _heading(self, n: int, level: int, title: str) -> None:
        self.key = None
        if level == 1:
            self.language, self.section = _LANGUAGES.get(title.casefold()), ""
        elif level == 2:
            self.section = _LISTS.get(title.casefold().replace("’", "'"), "")
            if self.language and not self.section:
                raise DataError(f"{self.source}, line {n}: unknown section {title!r}.")
        elif self.section == "phrases":
            self.key = self._phrase_key(n, title)

    def _phrase_key(self, n: int, title: str) -> tuple[str, str, Tone]:
        part, *rest = (word.strip().casefold() for word in re.split("[·|]", title))
        purpose = rest[0] if rest else ANY
        tone: Tone = "warm" if "warm" in rest[1:] else "plain"
        if part not in PARTS or purpose not in {*OBJECTIVES, ANY}:
            raise DataError(
                f"{self.source}, line {n}: {title!r} is no `part · objective`. Parts: "
                f"{', '.join(sorted(PARTS))}. Objectives: any, {', '.join(OBJECTIVES)}."
            )
        return part, purpose, tone

    def _entry(self, n: int, text: str) -> None:
        assert self.language is not None  # noqa: S101  # asked by the caller
        if self.section != "phrases":
            self.lists.setdefault((self.language, self.section), []).append(text)
        elif self.key:
            self._check_slots(n, text)
            self.phrases.setdefault(self.language, {}).setdefault(self.key, []).append(text)

    def _check_slots(self, n: int, text: str) -> None:
        try:
            unknown = slots_of(text) - SLOTS
        except ValueError:
            unknown = {text}
        if unknown:
            raise DataError(
                f"{self.source}, line {n}: unknown slot {sorted(unknown)[0]!r}. "
                f"Slots: {', '.join(sorted(SLOTS))}."
            )

    def voices(self) -> dict[Language, Voice]:
        """What was read."""
        return {language: self._voice(language) for language in _LANGUAGES.values()}

    def _voice(self, language: Language) -> Voice:
        def own(name: str) -> tuple[str, ...]:
            return tuple(self.lists.get((language, name), ()))

        return Voice(
            own("voice"),
            own("do"),
            own("dont"),
            tuple(word.casefold() for word in own("banned")),
            own("sign_off"),
            dict(_pair(line) for line in own("names")),
            {key: tuple(lines) for key, lines in self.phrases.get(language, {}).items()},
        )


def _pair(line: str) -> tuple[str, str]:
    label, _equals, name = line.partition("=")
    return label.strip(), name.strip() or label.strip()


def slots_of(pattern: str) -> set[str]:
    """The slots that `pattern` leaves open.

    >>> sorted(slots_of("{offer} until {until}"))
    ['offer', 'until']
    """
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None}
