"""The tool that analyses an experiment's table which somebody uploaded."""

import re
from dataclasses import dataclass

import pandas as pd

from tools.effects.difference import difference
from tools.effects.experiment import Experiment, analyse
from tools.effects.experiment_words import answer, told_effect
from tools.effects.guessing import Layout, layout_of
from tools.effects.table import FEWEST, trial_of
from tools.effects.uploads import Uploads
from tools.prediction.customers.words import said
from tools.result import ToolResult
from tools.wording.statements import Statement
from tools.wording.values import Quote

TOOL = "analyse_experiment"
LEARNED = 60_000  # people that whom it moves is learned from: some ten seconds
COMPARED = 4  # further arms told
BOUND = ("experiment-taken", "experiment-other-arm")
"""What an answer that rests on a guess never goes without."""
LONGEST = 60  # characters of a column's name or a value
_STRANGE = re.compile(r"[\x00-\x1f\x7f<>`]+|(?<=\])(?=\()")


@dataclass(frozen=True)
class ExperimentTools:
    """Questions about tables of tests that were uploaded; nothing else is read.

    Attributes:
        uploads: The tables.
    """

    uploads: Uploads

    def analyse_experiment(
        self,
        file: str | None = None,
        arm: str | None = None,
        treatment: str | None = None,
        control: str | None = None,
        outcome: str | None = None,
    ) -> ToolResult:
        """Analyse the table of a test somebody uploaded: effect, for whom, and whom to target.

        Use for "did this test work", "analyse the attached experiment", "the outcome is spend". The
        table has one row a person; columns not told are guessed, and the answer says how. For
        campaigns in the store's own data use `campaign_results`; to size a test use `plan_test`.

        Args:
            file: Name of an uploaded table; the latest if not given.
            arm: Column that says who was in which group.
            treatment: Value of that column for the treated.
            control: Value for those they are compared with.
            outcome: Column that says what happened: numbers, or yes and no.
        """
        name = self.uploads.named(file)
        frame = tidied(self.uploads.table(name))
        layout = layout_of(frame, arm, treatment, control, outcome)
        found = analyse(
            frame,
            layout.arm,
            layout.treatment,
            layout.control,
            layout.outcome,
            ignore=layout.other_outcomes,
            most=LEARNED,
        )
        return _answered(answer(found), name, frame, layout, found)


def tidied(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with names and words that can be repeated in an answer without being taken for more.

    Marks of HTML, links and control characters go, and names are cut to `LONGEST` characters.
    """
    names: list[str] = []
    for column in frame.columns:
        name = stem = _plain(str(column)) or "column"
        n = 2
        while name in names:
            name, n = f"{stem}_{n}", n + 1
        names.append(name)
    words = frame.set_axis(names, axis="columns")
    for name in names:
        if words[name].dtype == object:
            codes, values = pd.factorize(words[name])
            plain = pd.Series([_plain(str(value)) for value in values], dtype=object)
            words[name] = plain.reindex(codes).to_numpy() if len(plain) else words[name]
    return words


def _plain(text: str) -> str:
    return " ".join(_STRANGE.sub(" ", text).split())[:LONGEST]


def _answered(
    result: ToolResult, name: str, frame: pd.DataFrame, layout: Layout, found: Experiment
) -> ToolResult:
    """The experiment's answer, with what was guessed bound to it and the other arms beside it."""
    first, *rest = [_as_outcomes(statement) for statement in result.statements]
    taken: list[Statement] = []
    if layout.guessed:
        taken = [_taken(name, layout)]
        first = first.model_copy(update={"needs": (*first.needs, *BOUND)})
    effects = [s for s in rest if s.message == "experiment-effect"]
    others = _other_arms(frame, layout, found.trial.unit)
    rest = [s for s in rest if s.message != "experiment-effect"]
    return result.model_copy(
        update={"tool": TOOL, "statements": (first, *effects, *taken, *others, *rest)}
    )


def _as_outcomes(statement: Statement) -> Statement:
    """What was left out as another outcome, said as such: nobody told it."""
    if statement.message != "experiment-left-told":
        return statement
    return statement.model_copy(update={"message": "experiment-left-outcomes"})


def _taken(name: str, layout: Layout) -> Statement:
    outcomes, arms = layout.other_outcomes, layout.other_arms
    hint = {(True, True): "both", (True, False): "outcome", (False, True): "arm"}
    words = {
        "file": name,
        "arm": layout.arm,
        "treatment": layout.treatment,
        "control": layout.control,
        "outcome": layout.outcome,
        "hint": hint.get((bool(outcomes), bool(arms)), "swap"),
        "column": next(iter(outcomes), ""),
        "value": next(iter(arms), ""),
    }
    quoted = {key: Quote(text=text) for key, text in words.items()}
    return said("experiment-taken", "caveat", (), **quoted)


def _other_arms(frame: pd.DataFrame, layout: Layout, unit: str | None) -> list[Statement]:
    """The effect of each further arm, against the same control."""
    kept = frame[[layout.arm, layout.outcome, *([unit] if unit else [])]]
    told = []
    for arm in layout.other_arms[:COMPARED]:
        here = kept[kept[layout.arm].astype(str).isin([arm, layout.control])]
        if here[layout.outcome].nunique() < 2 or here[layout.outcome].count() < 2 * FEWEST:
            continue
        trial = trial_of(here, layout.arm, arm, layout.control, layout.outcome, unit=unit)
        y, treated = trial.outcome, trial.treated
        effect = difference(y, treated, clusters=trial.clusters)
        means = (float(y[treated].mean()), float(y[~treated].mean()))
        names = {"treatment": arm, "outcome": layout.outcome}
        told.append(told_effect("experiment-other-arm", effect, means, trial, **names))
    return told
