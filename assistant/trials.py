"""What a question says of an uploaded test: its groups, and what is to be looked at.

The words of the file are data. They are searched for in the question, and nothing else is made of
them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from assistant.cues import cue
from assistant.trial_words import file_in, told
from tools.effects.guessing import layout_of, measurable
from tools.effects.names import column_named, key, values_of, words_of
from tools.effects.upload_tool import tidied
from tools.effects.uploads import Uploads
from tools.errors import ToolError

Span = tuple[int, int]

ROLES = {
    "outcome": r"outcome|metric|kpi|结果|指标",
    "treatment": r"treat(?:ment|ed)(?: group| arm)?|test group|实验组|处理组|测试组|干预组",
    "control": r"control(?: group| arm)?|baseline|对照组?|控制组|基准",
    "arm": r"arms?(?: column)?|groups?(?: column)?|分组|组别",
}
LINK = (
    r"(?:(?:column|variable|列) ?)?"
    r"(?:(?:is|are|was|should be|be|to be|in|应该是|应该|应是|就是|是在|是|为|改成|换成|用|选) ?)?"
    r"(?:(?:called|the|our|column|列) ?)*"
)
AS = (
    r"(?: (?:group|column|组|列))? ?(?:as|is|was|作为|当作|当成|当|作|是|做|为) ?"
    r"(?:the |our |an? )?"
)
AGAINST = (
    r"(?:against|versus|vs|compared? (?:it |that |them )?(?:to|with)|than|对比|相比于?)"
    r"(?: the)? ?{name}"
)
BESIDE = r"(?:和|与|跟|同) ?{name} ?(?:组)?(?:相比|对比|比较|比)"
NOT = r"(?:instead of|rather than|not|不是|而不是|别用|不用)(?: the)? ?$"
NAMING = re.compile(
    r"(?:(?P<outcome>outcome|metric|结果列?|指标)|(?P<treatment>treatment|实验组)"
    r"|(?P<control>control|对照组)|(?P<arm>groups?|arms?|分组列?))"
    r"(?: column)? ?(?:is|are(?: in)?|should be|应该是|是|为) ?(?:the )?(?P<name>\w+)"
)
BESIDES = 3
"""Most words beside the names in an answer that says nothing else ("and spend, please?")."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
MOST_WORDS = 5
"""Words of a name that one of them may stand for; what is longer is a sentence."""


@dataclass(frozen=True)
class Trials:
    """Reads what questions say of uploaded tables.

    Attributes:
        uploads: The tables.
    """

    uploads: Uploads

    def asked(self, question: str, carried: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments of `analyse_experiment` that the question says, with the file it is about.

        Where there is no such table, they are what the words alone tell; the tool says what is
        missing.

        Args:
            question: As asked.
            carried: Arguments said before, of which `file` is one where a file is known.
        """
        named, said = self._file(question, carried), told(question)
        try:
            name = self.uploads.named(named)
            frame = tidied(self.uploads.table(name))
        except ToolError:
            return {**({"file": named} if named else {}), **said}
        roles = _roles(key(question), frame, carried, said)
        return {"file": name, **_outdated(roles, carried), **roles}

    def _file(self, question: str, carried: Mapping[str, Any]) -> str | None:
        """The file that the question names, unless one it does not mean is known already."""
        said = file_in(question)
        known = {name.casefold() for name in self.uploads.names()}
        if said and said.casefold() in known:
            return said
        return carried.get("file") or said

    def corrects(self, question: str, carried: Mapping[str, Any]) -> bool:
        """Whether the question says of the table analysed before what its columns are."""
        said = {name: text for name, text in self.asked(question, carried).items() if text}
        said.pop("file", None)
        if not said:
            return False
        if told(question) and not cue("interrogative", question):
            return True
        text = key(question)
        named = sum(len(key(str(one)).split()) for one in said.values())
        spoken = any(re.search(words, text) for words in ROLES.values())
        return spoken or cue("corrects", question) or len(text.split()) <= named + BESIDES


def _outdated(said: Mapping[str, str], carried: Mapping[str, Any]) -> dict[str, None]:
    """What was said before and no longer holds: values of other groups, or of the other role."""
    if said.get("arm", carried.get("arm")) != carried.get("arm"):
        return {"treatment": None, "control": None}
    swapped = {"treatment": said.get("control"), "control": said.get("treatment")}
    return {role: None for role, value in swapped.items() if value and carried.get(role) == value}


def _roles(
    text: str, frame: pd.DataFrame, carried: Mapping[str, Any], said: Mapping[str, str]
) -> dict[str, str]:
    """Which column or value the words give to which argument.

    Args:
        text: The question, as names are compared.
        frame: The table.
        carried: Arguments said before.
        said: Names the question gives to roles, as it writes them.
    """
    columns = [str(name) for name in frame.columns]
    taken: list[Span] = []
    found: dict[str, str] = {}
    for role in ("arm", "outcome"):
        hit = _given(text, role, _spoken(columns), taken) or _as_written(said.get(role), columns)
        if hit is not None:
            found[role] = hit
    arm = found.get("arm") or _arm(frame, carried)
    values = values_of(frame[arm]) if arm else ()
    for role in ("control", "treatment"):
        hit = _given(text, role, _spoken(values), taken) or _as_written(said.get(role), values)
        if hit is not None:
            found[role] = hit
    for value, span in _mentions(text, _spoken(values), taken):
        role = "control" if "treatment" in found else "treatment"
        if value not in found.values() and role not in found and not key(value).isdigit():
            found[role] = value
            taken.append(span)
    outcomes = [name for name in columns if name != arm and name in measurable(frame, arm or "")]
    for column, _ in _mentions(text, _spoken(outcomes), taken):
        found.setdefault("outcome", column)
    return _unknown(text, found) | found


def _as_written(name: str | None, known: Sequence[str]) -> str | None:
    """The one of `known` that is written like `name`."""
    return next((one for one in known if name and key(one) == key(name)), None)


def _unknown(text: str, found: Mapping[str, str]) -> dict[str, str]:
    """What is named in so many words but not there, for the tool to say so."""
    unknown: dict[str, str] = {}
    for match in NAMING.finditer(text):
        role = next(name for name in ROLES if match[name])
        if role not in found and not cue("role_words", match["name"]):
            unknown[role] = match["name"]
    return unknown


def _arm(frame: pd.DataFrame, carried: Mapping[str, Any]) -> str | None:
    """The column of the groups: as said before, else as the tool will guess it."""
    try:
        if carried.get("arm"):
            return column_named(str(carried["arm"]), [str(name) for name in frame.columns])
        return layout_of(frame).arm
    except ToolError:
        return None


def _spoken(names: Sequence[str]) -> list[tuple[str, str]]:
    """(words, name) of all ways to say the names: whole, or by a word peculiar to one of them.

    A name that is a sentence has to be said whole: "this" in a question means none of its words.
    """
    said = [(key(name), name) for name in names if key(name)]
    held = [(name, words_of(name)) for name in names]
    for name, own in held:
        if _n_words(name) > MOST_WORDS:
            continue
        others = {word for other, words in held if other != name for word in words}
        said += [(word, name) for word in own - others if len(word) > (2 if word.isascii() else 1)]
    return sorted(dict.fromkeys(said), key=lambda pair: -len(pair[0]))


def _n_words(name: str) -> float:
    """About how many words `name` has; Chinese has one in two characters."""
    chinese = len(_CHINESE.findall(name))
    return chinese / 2 + len(_CHINESE.sub(" ", key(name)).split())


def _given(
    text: str, role: str, spoken: Sequence[tuple[str, str]], taken: list[Span]
) -> str | None:
    """The name that the words give this role; its place is noted as taken."""
    for words, name in spoken:
        said = _pattern(words)
        patterns = [rf"(?:{ROLES[role]}) ?{LINK}{said}", rf"{said}{AS}(?:{ROLES[role]})"]
        if role == "control":
            patterns += [AGAINST.format(name=said), BESIDE.format(name=said)]
        for pattern in patterns:
            match = re.search(pattern, text)
            if match and not _overlaps(match.span("name"), taken):
                taken.append(match.span("name"))
                return name
    return None


def _mentions(
    text: str, spoken: Sequence[tuple[str, str]], taken: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    """Names in the order of the text, longest first where they overlap; not those ruled out."""
    found: list[tuple[Span, str]] = []
    for words, name in spoken:
        for match in re.finditer(_pattern(words), text):
            if not _overlaps(match.span(), [*taken, *(span for span, _ in found)]):
                found.append((match.span(), name))
    for span, name in sorted(found):
        if not re.search(NOT, text[: span[0]]):
            yield name, span


def _pattern(words: str) -> str:
    """A pattern for a name that is no part of another word, in one or in many."""
    escaped = re.escape(words)
    return (
        rf"(?P<name>(?<![a-z0-9]){escaped}s?(?![a-z0-9]))"
        if words.isascii()
        else (rf"(?P<name>{escaped})")
    )


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(span[0] < end and span[1] > start for start, end in taken)
