"""What an experiment's table is about, guessed from its columns where nobody says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from tools.effects.columns import Cells
from tools.effects.names import MOST_ARMS, column_named, key, named_value, values_of
from tools.effects.table import NO, YES, listed, number_of, shown
from tools.errors import ToolError
from tools.wording.values import Quote

ARMS = re.compile(
    r"^(?:(?:ab |test |experiment(?:al)? |exp |treatment |study |campaign )?(?:arm|group|variant|"
    r"variation|cell|bucket|assignment)|(?:is |was )?(?:treatment|treated|treat|exposed)|segment|"
    r"condition|ab|ab test|experiment|(?:是否)?(?:实验|测试|处理|试验)组?|.{0,4}分组|组别?|"
    r"版本|方案)$"
)
ARM_WORDS = re.compile(r"\b(?:arm|group|variant|variation|cell|treatment|treated)\b|组|版本|方案")
CONTROLS = re.compile(
    r"^(?:(?:control|ctrl|ctl|hold ?out|held ?out|placebo|baseline|none|nothing|no|not|non|"
    r"untreated|default|original|old|without)\b|对照|控制|未|不发|不|无|空白|没|原|旧|否)"
)
BEFORE = re.compile(
    r"\b(?:before|prior|past|pre|previous|previously|history|historical|last|avg|average|lifetime|"
    r"since|ago|recency|frequency)\b|前|历史|过去|上次|累计|近"
)
OUTCOMES = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?:y|label)$|\b(?:outcome|result|target|response|responded|kpi)\b|结果|指标|目标|响应",
        r"\b(?:conver\w*|purchas\w*|bought|buy|buyer|order|orders|ordered)\b"
        r"|转化|购买|下单|成交|支付|付款|复购",
        r"\b(?:visit\w*|click\w*|open|opens|opened|sign ?ups?|regist\w*|subscri\w*|churn\w*|"
        r"retain\w*|retention)\b|访问|点击|打开|注册|订阅|留存|流失|到店",
        r"\b(?:spend|spent|spending|revenue|sales|gmv|amount|value|profit|margin)\b"
        r"|金额|消费|花费|收入|销售额|利润|营收|客单价",
    )
)
"""Names of outcomes, those first that are taken first."""
COUNTED = (1, 2)  # of these a count comes last: "orders" may be those of before


@dataclass(frozen=True)
class Layout:
    """What the columns of an experiment's table are.

    Attributes:
        arm: Column that says which arm a row was in.
        treatment: Its value for the treated.
        control: Its value for those they are compared with.
        outcome: Column that says what happened.
        guessed: Whether any of these was not told.
        other_arms: Further values of the arm column.
        other_outcomes: Further columns that look like outcomes.
    """

    arm: str
    treatment: str
    control: str
    outcome: str
    guessed: bool
    other_arms: tuple[str, ...]
    other_outcomes: tuple[str, ...]


def layout_of(
    frame: pd.DataFrame,
    arm: str | None = None,
    treatment: str | None = None,
    control: str | None = None,
    outcome: str | None = None,
) -> Layout:
    """What is told, and what the columns' names and values suggest for the rest.

    Raises:
        ToolError: If a name told is not there, or what is not told cannot be guessed; names the
            columns or values that would work.
    """
    if frame.empty:
        raise ToolError("experiment-empty")
    columns = [str(name) for name in frame.columns]
    measured = column_named(outcome, columns) if outcome else None
    group = column_named(arm, columns) if arm else _arm(frame, measured, treatment, control)
    values = values_of(frame[group])
    sent = _value(treatment, values) if treatment else None
    held = _value(control, values) if control else _control(group, values, sent)
    others = [value for value in values if value != held]
    if not others:
        raise ToolError("experiment-one-arm", column=Quote(text=group))
    sent = sent or others[0]  # the largest
    likely = _outcomes(frame, group)
    measured = measured or _outcome(frame, group, likely)
    return Layout(
        arm=group,
        treatment=sent,
        control=held,
        outcome=measured,
        guessed=not (arm and treatment and control and outcome),
        other_arms=tuple(value for value in others if value != sent),
        other_outcomes=tuple(name for name in likely if name != measured),
    )


def _value(given: str, values: Sequence[str]) -> str:
    """The value of the arm column that is meant; as given where none is, for its error to say."""
    return named_value(given, values) or given


def _arm(
    frame: pd.DataFrame, outcome: str | None, treatment: str | None, control: str | None
) -> str:
    """The column that most looks like arms: by its name, and by a value like "control"."""
    scores: dict[str, int] = {}
    for name in map(str, frame.columns):
        values = values_of(frame[name])
        if name == outcome or not 2 <= len(values) <= MOST_ARMS or _is_decimal(frame[name]):
            continue
        told = [value for value in (treatment, control) if value]
        if told and not all(named_value(value, values) for value in told):
            continue
        likeness = _likeness(name, values)
        if likeness or len(values) == 2 or not pd.api.types.is_numeric_dtype(frame[name]):
            scores[name] = likeness
    best = [name for name, score in scores.items() if score == max(scores.values())]
    if len(best) == 1 and (scores[best[0]] > 0 or len(scores) == 1):
        return best[0]
    if not scores:
        raise ToolError("experiment-no-arm", known=listed(list(map(str, frame.columns))))
    raise ToolError("experiment-which-arm", known=listed(best))


def _likeness(name: str, values: Sequence[str]) -> int:
    """How much a column looks like arms: 0 not at all."""
    named = 3 if ARMS.search(key(name)) else 1 if ARM_WORDS.search(key(name)) else 0
    spoken = any(CONTROLS.search(key(value)) for value in values) and not _yes_no(values)
    return named + (2 if spoken else 0)


def _yes_no(values: Sequence[str]) -> bool:
    return {value.casefold() for value in values} <= {*YES, *NO, "0", "1"}


def _is_decimal(column: Cells) -> bool:
    numeric = pd.api.types.is_numeric_dtype(column)
    return numeric and not bool((column.dropna() == column.dropna().round()).all())


def _control(arm: str, values: Sequence[str], treatment: str | None) -> str:
    """The value to compare with: called so, 0 of 0 and 1, A of A and B, or the only other one."""
    left = [value for value in values if value != treatment]
    like = [value for value in left if CONTROLS.search(key(value)) or number_of(value) == 0]
    like = like or [value for value in left if key(value) in ("a", "group a", "variant a", "a组")]
    if len(like) == 1:
        return like[0]
    if treatment and len(left) == 1:
        return left[0]
    if not left:
        raise ToolError("experiment-one-arm", column=Quote(text=arm))
    example = Quote(text=left[0])
    column = Quote(text=arm)
    raise ToolError("experiment-which-control", column=column, known=listed(left), example=example)


def measurable(frame: pd.DataFrame, arm: str) -> list[str]:
    """Columns of numbers, or yes and no, that vary and number nobody."""
    found = []
    for name in map(str, frame.columns):
        known = frame[name].dropna()
        if name == arm or known.nunique() < 2:
            continue
        if pd.api.types.is_numeric_dtype(known):
            counted = known.nunique() == len(known) and bool((known == known.round()).all())
        else:
            counted = not _yes_no([shown(value) for value in known.unique()[: len(YES) + len(NO)]])
        if not counted:
            found.append(name)
    return found


def _outcomes(frame: pd.DataFrame, arm: str) -> list[str]:
    """Columns named like outcomes and not like what was before, likeliest first."""
    names = [n for n in measurable(frame, arm) if not BEFORE.search(key(n))]
    likely = [n for n in names if _rank(n) < len(OUTCOMES)]
    counts = {n: frame[n].nunique() > 2 and _rank(n) in COUNTED for n in likely}
    return sorted(likely, key=lambda n: (counts[n], _rank(n)))


def _rank(name: str) -> int:
    """Place among `OUTCOMES` of the first that a name is like."""
    tests = (n for n, pattern in enumerate(OUTCOMES) if pattern.search(key(name)))
    return next(tests, len(OUTCOMES))


def _outcome(frame: pd.DataFrame, arm: str, likely: Sequence[str]) -> str:
    """The likeliest outcome, or the only column that can be one."""
    if likely:
        return likely[0]
    columns = measurable(frame, arm)
    if len(columns) == 1:
        return columns[0]
    if not columns:
        raise ToolError("experiment-no-outcome", known=listed(list(map(str, frame.columns))))
    raise ToolError(
        "experiment-which-outcome", known=listed(columns), example=Quote(text=columns[0])
    )
