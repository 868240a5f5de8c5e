"""Names of columns and values as people write them: "women's e-mail" is "Womens E-Mail"."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from tools.effects.columns import Cells
from tools.effects.table import FEWEST, number_of, present, shown

MOST_ARMS = 12
_STOPS = {"the", "a", "an", "group", "arm", "column", "value", "mail", "email"}


def key(text: str) -> str:
    """A name as it is compared: words in lower case without punctuation.

    >>> key("Women's E-Mail"), key("isTreated"), key("spend_30d ($)")
    ('womens email', 'is treated', 'spend 30d')
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    plain = re.sub(r"(?<=\w)['’‘](?=\w)|(?<=\be)-(?=mail)", "", plain, flags=re.IGNORECASE)
    return " ".join(re.sub(r"[\W_]+", " ", plain.lower()).split())


def column_named(given: str, columns: Sequence[str]) -> str:
    """The column that `given` names, however it is written.

    Raises:
        ToolError: If there is none.
    """
    tests: list[Callable[[str], bool]] = [lambda c: c == given, lambda c: key(c) == key(given)]
    for test in tests:
        found = [column for column in columns if test(column)]
        if len(found) == 1:
            return found[0]
    present(given, list(columns))
    return given


def values_of(column: Cells) -> tuple[str, ...]:
    """The values of a column that may say the arms, as a person names them, commonest first."""
    counts = column.dropna().value_counts()
    by_size = sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    return tuple(shown(value) for value, n in by_size[: MOST_ARMS + 1] if n >= FEWEST)


def named_value(text: str, values: Sequence[str]) -> str | None:
    """The one of `values` that `text` stands for: wholly, or by words peculiar to it."""
    whole = [value for value in values if key(value) == key(text)]
    if whole:
        return whole[0]
    number = number_of(text)
    same = [value for value in values if number is not None and number_of(value) == number]
    if same:
        return same[0]
    wanted = words_of(text)
    holding = [value for value in values if wanted and wanted <= words_of(value)]
    return holding[0] if len(holding) == 1 else None


def words_of(text: str) -> set[str]:
    """Words of a name that tell it from others, without their plural."""
    return {word.removesuffix("s") for word in key(text).split()} - _STOPS
