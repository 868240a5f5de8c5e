# ruff: noqa: E501  # a pattern reads best on one line
"""Which pieces of a question ask something by themselves, and which belong to what stands beside.

What a figure is of, what is left out of it, and why somebody asks may each seem a question of its
own ("chairs and desks together, what did they make", "别管渠道，订单多少").
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant import steps
from assistant.cues import cue
from assistant.families import DRAFT, FIGURES
from assistant.naming import filters_named
from assistant.routing import Route
from tools.lexicon import Lexicon
from tools.periods import find_periods

FIGURED = 0.8
"""Probability of figures for all of a question from which its pieces for other tools are doubted.

Of 204 messages with several requests four are so, and but one of their pieces is no plain request.
"""
PLAINLY = 0.6
"""Probability from which a piece of such a question is for another tool all the same."""
VAGUE = 0.5
"""Probability of its likeliest tool below which a piece that asks nothing is none of its own."""
STILL_SOME = re.compile(r"^还有(?:多|几|没|剩)")
"""The beginning of "still so many", which joins nothing."""
AND_SO_ON = re.compile(r"(?:什么|啥|乜嘢?|咩)[的嘅]")
POINTING = re.compile(r"[这那][么]?几")
"""Words that point to a few, and ask for no number."""
TELLS_WHO = re.compile(
    r"(?:是|叫做?|编?号|为)\s*[a-z]?\d{3,}\W*$|\b(?:is|was|number|id|called|name)\s+[a-z]?\d{3,}\W*$",
    re.IGNORECASE,
)
"""The end of a sentence that only says who somebody is."""
TELLS_NOT = re.compile(r"[又也都总老就][不没冇唔][^，。？?]{1,6}。$")
"""The end of a Chinese sentence about what people do not do."""
NARROWS = re.compile(
    r"\W*(?:(?:and|but|so|like|um+|uh+|oh|well|ok|also)\W+)*(?:just|only)\b[^?？]{1,40}"
    r"|\W*(?:就|只|光|净系?|单)(?:要|看|算|数|睇)[^，。？?]{1,8}[。，]?",
    re.IGNORECASE,
)
"""A piece that only says of whom, or of what."""
PURPOSE = re.compile(
    r"^\W*(?:[\w\u4e00-\u9fff]{0,6}?(?:想(?![请麻]|让你|叫你)|[要准](?:做|搞|办|发|备)|打算|计划|我让|好让|拿来|用来)"
    r"|[^。？?！!]{0,16}?(?:够|供|给)(?:我|我们|咱们?|俺)(?:写|做|发|编|凑|拼)(?!一)"
    r"|(?:i|we)(?:.ll|.m| am|.re| are| will| want| plan| intend| need)\b(?! you))",
    re.IGNORECASE,
)
"""The beginning of what somebody means to do by herself."""
LEAVES_OUT = re.compile(
    r"\W*(?:(?:and|but|so|ok(?:ay)?|first|right|now|please|pls|just|let.?s|can you|could you|hi|hey)\W+)*"
    r"(?:leave|leaving|take|taking|set|setting|put|putting|keep|keeping|drop|skip|exclude|excluding|ignore|ignoring|forget|remove|omit|strip|cut|throw|disregard|discount|filter|without|(?:do not|don.?t|not) count(?:ing)?|never mind)\b[^?？]{1,60}"
    r"|\W*(?:把|将|先|请|麻烦)?[^，。？?！!]{1,24}(?:去掉|拿掉|剔除|排除|撇开|撇掉|刨掉|除外|放一边|不算|不要|别算|不计)[^，。？?！!]{0,4}[，。]?$"
    r"|\W*(?:先|请|麻烦)?(?:[不唔别莫][计算睇看理要含]|除[咗了开去掉]|撇[开除]|抛开|刨[去除掉开]|去[掉除]|剔除|排除|扣除)[^，。？?！!]{1,24}[，。]?$",
    re.IGNORECASE,
)
"""A piece that leaves something out of what another asks."""
ONLY_DAYS = re.compile(
    r"\W*(?:(?:那|这)(?:几|一?段|些)(?:天|日子|时间)?|期间|这段|的时候|里|内|(?:during|for|over|in|on|from|about|those days|that week|the))?\W*",
    re.IGNORECASE,
)
"""What is left of a piece that only tells a time."""
STOP = re.compile(r"[\W_]$")


@dataclass(frozen=True)
class Standing:
    """Tells pieces that ask by themselves from those that do not.

    Attributes:
        lexicon: Words of the store.
        route: Where a text may lead.
        signs: Tools that words of a text ask for.
        likeliest: The tool that a text is for.
    """

    lexicon: Lexicon
    route: Callable[[str], Route]
    signs: Callable[[str], Sequence[str]]
    likeliest: Callable[[str], str]

    def joined(self, pieces: Sequence[str]) -> list[str]:
        """`pieces`, those that ask nothing by themselves put to what they belong to."""
        kept: list[str] = []
        ahead = ""
        whole = self.route("".join(pieces))
        for n, piece in enumerate(pieces):
            runs_on = STILL_SOME.match(piece) and kept and not STOP.search(kept[-1])
            if not runs_on and (len(pieces) == 1 or self.stands(piece, whole)):
                kept.append(ahead + piece)
                ahead = ""
            elif kept:
                kept[-1] += ahead + piece
                ahead = ""
            else:
                ahead = "".join(pieces[: n + 1])
        return [*kept, ahead] if ahead else kept

    def stands(self, piece: str, whole: Route) -> bool:
        """Whether a piece of a question asks for something by itself.

        Args:
            piece: Its words.
            whole: Where the question as a whole may lead.
        """
        text = steps.bare(piece)
        if self.sets_aside(text) or self._only_gathers(text) or self.arranges(text):
            return False
        if self.only_sets(text):
            return False
        tool = self.likeliest(text)
        if tool == DRAFT:
            return True
        if self.is_idle(text):
            return False
        chance, asks = self.route(text).chance(tool), steps.says("asks", POINTING.sub("", text))
        told = asks or bool(self.signs(text))
        if tool == FIGURES:
            return told or self._names_figure(text)
        if whole.chance(FIGURES) >= FIGURED:
            return told and chance >= PLAINLY
        return told or chance >= VAGUE

    def sets_aside(self, text: str) -> bool:
        """Whether a piece only says what is not asked about ("渠道什么的先不管")."""
        said = AND_SO_ON.sub("", text)
        aside = steps.says("dismissing", said) and not cue("interrogative", said)
        return aside and not self._names_figure(text)

    def _only_gathers(self, text: str) -> bool:
        """Whether a piece only says which things are taken together, and asks nothing of them."""
        if not cue("together", text) or steps.says("asks", text) or self._names_figure(text):
            return False
        return not self.signs(text)

    def is_idle(self, text: str) -> bool:
        """Whether a piece only tells something, or narrows what another asks."""
        return self._only_tells(text) or self._only_narrows(text)

    def _only_tells(self, text: str) -> bool:
        """Whether a sentence only says who somebody is, or what people do not do."""
        tells = TELLS_WHO.search(text) or TELLS_NOT.search(text)
        return bool(tells) and not (steps.says("asks", text) or self.signs(text))

    def _only_narrows(self, text: str) -> bool:
        """Whether a piece only names of whom or what something is asked ("just the women")."""
        if not NARROWS.fullmatch(text) or steps.says("asks", text) or self.signs(text):
            return False
        named = {mention.kind for mention in self.lexicon.find(text)}
        return "value" in named and "metric" not in named

    def only_sets(self, text: str) -> bool:
        """Whether a piece only says what another leaves out, or of which days it is."""
        return self._only_leaves_out(text) or self._only_dates(text)

    def _only_leaves_out(self, text: str) -> bool:
        """Whether a piece only says what is left out ("take the app out of it")."""
        if not LEAVES_OUT.match(text) or steps.says("asks", text.replace("呢个", "")):
            return False
        mentions = self.lexicon.find(text)
        out = [written for written in filters_named(text, mentions) if "!=" in written]
        return bool(out) and all(mention.kind != "metric" for mention in mentions)

    def _only_dates(self, text: str) -> bool:
        """Whether a piece only tells of which days another asks ("五月三号到九号那几天，")."""
        times = find_periods(text, self.lexicon.store.today)
        rest = "".join(
            c for n, c in enumerate(text) if not any(t.start <= n < t.end for t in times)
        )
        return bool(times) and ONLY_DAYS.fullmatch(rest) is not None

    def arranges(self, text: str) -> bool:
        """Whether a piece only says how an answer is to be laid out."""
        if steps.says("ordering", text):
            return True
        return steps.says("arranging", text) and not self._names_figure(text)

    def _names_figure(self, text: str) -> bool:
        return any(mention.kind == "metric" for mention in self.lexicon.find(text))
