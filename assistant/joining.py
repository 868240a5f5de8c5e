# ruff: noqa: E501  # a pattern reads best on one line
"""Values of a follow-up that are held against those before, counted with them, or let back in."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.families import FIGURES, FUNNEL
from tools.metrics.dimensions import TIME_UNITS

if TYPE_CHECKING:
    from assistant.reading import Reading

HELD = re.compile(
    r"\b(?:vs\.?|versus|against|compar\w+ (?:it |that |them )?(?:to|with)|next to|beside|alongside|(?<!rather )than)\b|[跟和与同][^，。？?]{1,8}比|对比|相比|比[^，。？?]{1,8}(?:呢|如何|怎么?样)|并排|[放摆搁列凑排][到在成]?[咗埋]?(?:一[起块齐道坨]|埋)|对[着照][看比]|(?<![不别甭莫])(?<!不[用要必])(?<!唔[使好])(?:分开来?|拆开来?|各自|分别)(?:列|看|睇|算|摆|比|报|数|讲|放|出)|\bapart(?: from (?:each other|one another)|(?=\W*$))|\b(?:each )?on (?:its|their) own\b|旁边(?:再|也)?(?:加|放|摆|列|添|搁)|(?:加|放|摆|列|添|搁)(?:在|到|喺|上)?[^，。？?]{0,6}旁边|(?:第[二2]|另一|多一|再一)[列栏]|\b(?:as|in) (?:an?|its|another) (?:(?:second|another|extra|separate|own|further|new) )?column\b|\b(?:separately|split out|side by side)\b",
    re.IGNORECASE,
)
"""Words for a value that is held against the one before."""
ADDED = re.compile(
    r"\b(?:add|adding|plus|include|including|together with|in with (?:them|it|that|those)|lump(?:ed)?|fold(?:ed)? in|throw in|(?:bring|put|let|take) .{1,24} (?:back|in with)|back in)\b|\b(?:throw|put|bring|chuck|pop|stick|slot|let|take|have) .{1,24} in(?: there| it)?(?:,? (?:too|as well|also))?(?=\W*$)|(?:摆|放|拉|搁|扔|塞|捎|列|搭|带|并|补|请|叫)(?:咗)?(?:进|埋|上|回)(?:来|去|嚟)|[摆放拿搬拉搁]上?(?:进来|进去|上来)|也[摆搁]|加上|加进|加回|放回|算回|补回|算进|算上|也算|一起算|连同|也要|都要|合一起|合进|并进|合在一起|加拢|拢到一起|[加合并算凑拢][到在成为]?(?:一[起块齐坨堆个]|埋)|加多|添上|带上|combined with|(?:and|with) .{1,30} (?:combined|together|as one)\b",
    re.IGNORECASE,
)
"""Words for a value that is to be counted with the one before."""


def joined(reading: "Reading") -> "Reading":
    """`reading` with the values before too, where others are added to them or held against them."""
    held, added = HELD.search(reading.words), ADDED.search(reading.words)
    own = {f.split("=")[0] for f in reading.filters if "!=" not in f}
    if added and (back := _let_back(reading)):
        return back
    if len(own) != 1 or reading.periods or not (held or added):
        return reading
    old = [f for f in reading.carried.get("filters") or () if f.split("=")[0] in own]
    if not old or reading.continues not in (FIGURES, FUNNEL):
        return reading
    both = tuple(dict.fromkeys([*old, *reading.filters]))
    if not held:
        return replace(reading, filters=both)
    compare = reading.carried.get("compare", "none")
    told = [name for name in reading.groupings if name in TIME_UNITS]
    unit = reading.carried.get("group_by")
    times = told or ([unit] if unit in TIME_UNITS and not reading.groupings else [])
    return replace(
        reading, filters=both, groupings=(*times, *own), compare=compare
    )  # each over time


def _let_back(reading: "Reading") -> "Reading | None":
    """`reading` without what was left out before, where it is to be counted again."""
    old = reading.carried.get("filters") or ()
    again = {f.replace("=", "!=", 1) for f in reading.filters if "!=" not in f}
    if not again or not again <= {*old}:
        return None
    carried = {**reading.carried, "filters": [f for f in old if f not in again]}
    return replace(reading, filters=(), groupings=(), carried=carried)
