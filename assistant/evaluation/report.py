"""What a run of question sets comes to: shares, seconds and failures, as Markdown or JSON."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

import numpy as np

from assistant.evaluation.checks import Verdict
from assistant.evaluation.running import Steps, Trial

Share = tuple[float | None, int]
"""A share from 0 to 1 (`None` where nothing was judged) and of how many."""

K = 4
"""pass^4: all of four runs right."""

_JUDGED: Mapping[str, Callable[[Verdict], bool | None]] = {
    "Tool": lambda v: v.tools,
    "Arguments": lambda v: v.arguments,
    "Figures": lambda v: v.figures,
    "Texts": lambda v: v.said,
    "Traced": lambda v: v.untraced == 0,
    "Language": lambda v: v.language,
}


@dataclass(frozen=True)
class Report:
    """The trials of one run of question sets.

    Attributes:
        trials: Every question of every run.
        conditions: What the run was made with: model, store, temperature and so on.
    """

    trials: Sequence[Trial]
    conditions: Mapping[str, object]

    @property
    def failures(self) -> list[Trial]:
        """The trials that did not pass."""
        return [trial for trial in self.trials if not trial.passed]

    def to_json(self) -> dict[str, Any]:
        """Everything, for another program."""
        return {
            "conditions": dict(self.conditions),
            "overall": _as_json(self.trials),
            "by_language": {k: _as_json(v) for k, v in self._by("language").items()},
            "by_kind": {k: _as_json(v) for k, v in self._by("kind").items()},
            "by_set": {k: _as_json(v) for k, v in self._by("set").items()},
            "failures": [_failure(trial) for trial in self.failures],
        }

    def to_markdown(self) -> str:
        """Conditions, a table of shares, one of seconds, and what failed."""
        parts = [
            "# Evaluation",
            "\n".join(f"- {name}: {value}" for name, value in self.conditions.items()),
            "## What was right",
            self._shares(),
            f"Calls with arguments a tool does not take: {unparsable(self.trials)}. "
            f"Figures in answers that no tool gave: {untraced(self.trials)}. "
            f"Turns that broke: {sum(t.broke is not None for t in self.trials)}.",
            "## Seconds",
            _seconds_table(self.trials),
            "## What failed",
            "\n\n".join(_told(trial) for trial in self.failures) or "Nothing.",
        ]
        return "\n\n".join(parts) + "\n"

    def _shares(self) -> str:
        by_set = self._by("set")
        rows = [("all", self.trials), *(by_set.items() if len(by_set) > 1 else ())]
        rows += [*self._by("language").items(), *self._by("kind").items()]
        names = list(shares(self.trials))
        lines = [["", "questions", *names, "seconds p50", "p95"]]
        for name, trials in rows:
            cells = [_percent(share) for share, _ in shares(trials).values()]
            taken = seconds(trials).get("total", {})
            cells += [f"{taken[rank]:.2f}" if taken else "–" for rank in ("p50", "p95")]
            lines.append([name, str(len({t.question.id for t in trials})), *cells])
        return _table(lines)

    def _by(self, attribute: str) -> dict[str, list[Trial]]:
        groups: dict[str, list[Trial]] = defaultdict(list)
        for trial in self.trials:
            groups[str(getattr(trial.question, attribute))].append(trial)
        return dict(sorted(groups.items()))


def shares(trials: Sequence[Trial]) -> dict[str, Share]:
    """Each share by name; a turn that broke is wrong in everything but what it does not have."""
    found = {
        name: _share([ask(t.verdict) if t.verdict else False for t in trials])
        for name, ask in _JUDGED.items()
    }
    recalled = _share([trial.recalled for trial in trials])
    return {
        "Shortlist": recalled,
        **found,
        "pass^1": passes(trials, 1),
        f"pass^{K}": passes(trials, K),
    }


def passes(trials: Sequence[Trial], k: int) -> Share:
    """Probability that `k` runs of a question all pass, averaged over the questions.

    The unbiased estimate from n runs of which c passed is C(c, k) / C(n, k) (tau-bench, Yao et
    al. 2024, section 3); questions asked fewer than `k` times are left out.
    """
    results: dict[str, list[bool]] = defaultdict(list)
    for trial in trials:
        results[trial.question.id].append(trial.passed)
    enough = [runs for runs in results.values() if len(runs) >= k]
    if not enough:
        return None, 0
    each = [comb(sum(runs), k) / comb(len(runs), k) for runs in enough]
    return sum(each) / len(each), len(each)


def unparsable(trials: Sequence[Trial]) -> int:
    """Trials with a call whose arguments its tool does not take."""
    return sum(trial.verdict is not None and not trial.verdict.parsed for trial in trials)


def untraced(trials: Sequence[Trial]) -> int:
    """Figures in all answers that no tool gave."""
    return sum(trial.verdict.untraced for trial in trials if trial.verdict)


def seconds(trials: Sequence[Trial]) -> dict[str, dict[str, float]]:
    """Median and 95th percentile of each step's seconds."""
    found: dict[str, dict[str, float]] = {}
    for step in Steps.model_fields:
        taken = [getattr(t.steps, step) for t in trials if t.broke is None]
        if known := [value for value in taken if value is not None]:
            low, high = np.percentile(known, [50, 95])
            found[step] = {"p50": round(float(low), 3), "p95": round(float(high), 3)}
    return found


def _share(judged: Sequence[bool | None]) -> Share:
    known = [one for one in judged if one is not None]
    return (sum(known) / len(known) if known else None), len(known)


def _as_json(trials: Sequence[Trial]) -> dict[str, Any]:
    counts = {"trials": len(trials), "unparsable": unparsable(trials), "untraced": untraced(trials)}
    return {
        **counts,
        **{name: {"share": share, "of": n} for name, (share, n) in shares(trials).items()},
        "seconds": seconds(trials),
    }


def _failure(trial: Trial) -> dict[str, Any]:
    question, turn = trial.question, trial.turn
    return {
        "id": question.id,
        "run": trial.run,
        "question": list(question.turns),
        "wrong": list(trial.verdict.wrong) if trial.verdict else [trial.broke],
        "expected": question.model_dump(
            mode="json", include={"tools", "arguments", "says", "never"}, exclude_defaults=True
        ),
        "offered": trial.offered,
        "calls": [{"tool": c.name, "arguments": c.arguments} for c in turn.tool_calls]
        if turn
        else [],
        "answer": turn.answer if turn else None,
    }


def _told(trial: Trial) -> str:
    told = _failure(trial)
    calls = "; ".join(f"{c['tool']} {c['arguments']}" for c in told["calls"]) or "no call"
    expected = "; ".join(f"{name} {value}" for name, value in told["expected"].items())
    return "\n".join(
        [
            f"**{told['id']}** (run {trial.run + 1}): {' → '.join(told['question'])}",
            "",
            f"- wrong: {', '.join(map(str, told['wrong']))}",
            f"- expected: {expected}",
            f"- got: {calls}",
            f"- answer: {' '.join(str(told['answer']).split())}",
        ]
    )


def _seconds_table(trials: Sequence[Trial]) -> str:
    lines = [["step", "p50", "p95"]]
    for step, found in seconds(trials).items():
        lines.append([step.replace("_", " "), f"{found['p50']:.2f}", f"{found['p95']:.2f}"])
    return _table(lines)


def _table(lines: Sequence[Sequence[str]]) -> str:
    head, *rows = lines
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *rows))


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"
