# ruff: noqa: E501  # a pattern reads best on one line
"""What several answers before were about, taken up at once ("both of them, side by side")."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.cues import cue
from assistant.families import FIGURES, FUNNEL
from assistant.told_in import Call
from assistant.utterances import SHORT, words
from tools.errors import ToolError
from tools.places import PLACES

if TYPE_CHECKING:
    from assistant.reading import Reader, Reading
    from assistant.times import Times

_TWO = re.compile(
    r"\b(?:both|(?:the|those|these) (?:two|pair|couple)|two of (?:them|those|these)|each other|one another|head[- ]to[- ]head)\b"
    r"|(?<![第前后十])[两俩二](?!十|[日月年号周季天折成])(?:[个者边样家地省款种类组拨方件条队块国城处季牌品渠店活](?![一二三四]?人)|(?=一?[起块齐并加合放摆拢对都]|$|[，。？?]))",
    re.IGNORECASE,
)
_THREE = re.compile(
    r"\b(?:all|the|those|these) three\b|\bthree of (?:them|those|these)\b|三(?:者|边|样|家|省|个)|仨",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\ball of (?:them|those|these)\b|\b(?:put|add|take|lump|see|show|compare) (?:them|those|these) all\b|(?:都|全)(?:放|摆|加|合|列|排|凑)[到在成]?(?:一|拢|齐)",
    re.IGNORECASE,
)
"""Words for those asked about before: two, three, or as many as there were."""
LONG = 14
"""Most words of a message that names them again."""
MANY = 6
"""Most answers that "all of them" goes back over."""
_SIDE = re.compile(
    r"\b(?:next to|beside|against|alongside|opposite) (?:each other|one another|the other)\b|\bone (?:next to|beside|against|by|after) (?:the other|one)\b|\b(?:side by side|head[- ]to[- ]head|apart|separate(?:ly|d)?|individually|on their own|one by one|in (?:two|separate) (?:columns|rows|lines)|compar\w+|(?:split|broken) (?:out|up))\b"
    r"|(?<![环同占])(?:对比|比较|比[一对]|比(?=$|[下，。吧呢嘛]))|[放摆搁列凑排][到在成]?[咗埋]?(?:了)?一?[起块齐道坨排](?!加|合|算|的?总)|并[排列]|分开|分别|对[着照]|[拆掰]开",
    re.IGNORECASE,
)
"""Words by which each of several is shown."""
_SUM = re.compile(
    r"\b(?:together|combined|in total|total(?:led|ed)?|sum(?:med)?|altogether|added(?: up)?|add(?:ing)?(?: \w+)? (?:up|together)|merged?|as one|pooled|lumped|jointly|(?:in )?one (?:number|figure|sum|total))\b"
    r"|[加合算并拢凑][到在成埋为]*(?:起来|一[起块齐坨堆个]|拢)|合计|总共|一共|总和|总[数量额计]|拢共|统共|相加|之和|求和|加埋|合埋|打包",
    re.IGNORECASE,
)
"""Words by which they are one figure."""


_GO_TOGETHER = re.compile(
    r"\b(?:bought|buy|sold|sell|ordered|goes?|paired?|used|worn|bundled?) (?:\w+ )?together\b|一[起同块](?:被?[买卖购带搭]|下单|加购)|搭配",
    re.IGNORECASE,
)
"""What is bought with what, which is no sum."""


@dataclass(frozen=True)
class Both:
    """A call about all that several answers before were about.

    Attributes:
        call: Tool and arguments.
        apart: Whether each is shown by itself.
        dimension: What they are values of; `None` where they are times or figures.
    """

    call: Call
    apart: bool
    dimension: str | None = None


def read_both(
    reader: "Reader", text: str, before: Call | None, earlier: Sequence[Call]
) -> "Reading | None":
    """What a message says that takes up several things asked about before; else `None`.

    Args:
        reader: Reads it.
        text: The message.
        before: Tool and arguments of the call before.
        earlier: The calls before that one, the latest first.
    """
    told = _both(text, before, earlier, reader)
    if told is None:
        return _named_again(reader, text, before)
    reading = reader.read(text, told.call, changes=True)
    compares = reading.compare not in ("none", "previous_period")
    if reading.filters or reading.metrics or reading.users or reading.periods or compares:
        return None
    kept = {name: told.call[1].get(name) for name in ("group_by", "then_by", "compare")}
    groups = tuple(name for name in reading.groupings if name != told.dimension)
    if groups and told.apart and told.dimension:
        groups = (groups[0], told.dimension)
    return replace(
        reading,
        continues=told.call[0],
        carried={**told.call[1], **kept},
        compare=str(kept["compare"] or "none"),
        groupings=groups,
        widened=(),
        top_n=None,
        trend=False,
    )


def _both(text: str, before: Call | None, earlier: Sequence[Call], reader: "Reader") -> Both | None:
    """The call about several: what one call before was about, else what several were."""
    if before is None or before[0] not in (FIGURES, FUNNEL) or words(text) > SHORT:
        return None
    if _GO_TOGETHER.search(text):
        return None
    counted = _counted(text)
    sums = _SUM.search(text) or cue("together", text)
    apart = _SIDE.search(text) is not None or not sums
    several = _several(before[1])
    if several and (counted or _SIDE.search(text) or sums):
        return Both((before[0], _grouped(before[1], several, apart)), apart, several)
    latest = Both(before, apart)
    for call in earlier[: counted - 1] if counted else ():
        joined = _joined(call, latest, reader) if call[0] == before[0] else None
        if joined is None:
            break
        latest = joined
    return latest if latest.call is not before else None


def _counted(text: str) -> int:
    """How many of those before are meant; 0 where nothing says that several are."""
    if _THREE.search(text):
        return 3
    if _ALL.search(text):
        return MANY
    return 2 if _TWO.search(text) else 0


def _several(arguments: Mapping[str, Any]) -> str | None:
    """The one dimension of which a call asks for several values."""
    named = [f.split("=")[0] for f in arguments.get("filters") or () if "!=" not in f]
    twice = {name for name in named if named.count(name) > 1}
    return twice.pop() if len(twice) == 1 else None


def _grouped(arguments: Mapping[str, Any], dimension: str, apart: bool) -> dict[str, Any]:
    """`arguments` with the values of `dimension` told apart, or as one figure."""
    old = arguments.get("group_by")
    told = {k: v for k, v in arguments.items() if k not in ("top_n", "then_by")}
    if not apart:
        return {**told, "group_by": None if old == dimension else old}
    again = {"then_by": dimension} if old not in (None, dimension) else {}
    return {**told, "group_by": old or dimension, **again}


def _joined(one: Call, several: Both, reader: "Reader") -> Both | None:
    """`several` with what the call before it was about, where that differs in one thing only."""
    tool, told = several.call
    old, new = [*(one[1].get("filters") or ())], [*(told.get("filters") or ())]
    differs = [name for name in ("metrics", "period") if one[1].get(name) != told.get(name)]
    if sorted(old) == sorted(new):
        joined = _in_time_or_figure(one[1], told, differs, reader.times, several.apart)
        return replace(several, call=(tool, joined)) if joined else None
    gone, come = [f for f in old if f not in new], [f for f in new if f not in old]
    if {f.split("=")[0] for f in (*gone, *come)} == {*PLACES}:
        gone, come = _countries(gone, reader), _countries(come, reader)
    dimensions = {f.split("=")[0] for f in (*gone, *come)}
    one_kind = len(dimensions) == 1 and gone and come and "!" not in "".join(dimensions)
    if differs or not one_kind:
        return None
    dimension = dimensions.pop()
    filters = [*(f for f in new if f in old), *gone, *come]
    grouped = {**_grouped(told, dimension, several.apart), "filters": filters}
    return replace(several, call=(tool, grouped), dimension=dimension)


def _countries(filters: Sequence[str], reader: "Reader") -> list[str]:
    """`filters` with the regions that are countries too as these."""
    known = {f"region={name}": f"country={code}" for name, code in reader.lexicon.countries.items()}
    return [known.get(one, one) for one in filters]


def _named_again(reader: "Reader", text: str, before: Call | None) -> "Reading | None":
    """What a message says that names what was asked about before and another beside it."""
    several = (_TWO.search(text) or _ALL.search(text)) and (_SIDE.search(text) or _SUM.search(text))
    if before is None or before[0] not in (FIGURES, FUNNEL) or not several or words(text) > LONG:
        return None
    reading = reader.read(text, before, changes=True)
    dimension = _several({"filters": reading.filters})
    old = {*(before[1].get("filters") or ())}
    told = dimension and not reading.metrics and not old.isdisjoint(reading.filters)
    return reading if told else None


def _in_time_or_figure(
    first: Mapping[str, Any],
    second: Mapping[str, Any],
    differs: Sequence[str],
    times: "Times",
    apart: bool,
) -> dict[str, Any] | None:
    """Arguments for two times held against one another or as one, or for the figures of two calls."""
    if differs == ["metrics"]:
        metrics = dict.fromkeys([*first.get("metrics", ()), *second.get("metrics", ())])
        return {**second, "metrics": [*metrics]}
    if differs != ["period"] or not (first.get("period") and second.get("period")):
        return None
    try:
        if apart:
            compare, (period,) = times.pair(first["period"], second["period"])
            return {**second, "period": period, "compare": compare}
        whole = times.in_a_row(first["period"], second["period"])
    except ToolError:
        return None
    return {**second, "period": whole, "compare": "none"} if whole else None
