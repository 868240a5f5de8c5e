"""Whether RFM segments add up to all buyers, recomputed by an independent script.

Run: `python -m tests.benchmarks.segments_whole WORKSPACE…`. Scores and segments are counted again
in pandas from the raw tables, without any of the product's code, and members compared one by one.
Prints a Markdown table.
"""

import argparse
import sys
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from assistant.settings import Settings
from assistant.workbench import Workbench

ORDERS = """
    SELECT user_id, order_id, max(o.local_time)::DATE AS day,
        sum(quantity * unit_price - coalesce(discount, 0))::DOUBLE AS amount
    FROM orders o JOIN order_lines USING (order_id)
    WHERE user_id IS NOT NULL AND coalesce(status, 'placed') <> 'cancelled' GROUP BY ALL"""
NAMES = {
    "hibernating": "[12][12]", "at_risk": "[12][34]", "cannot_lose": "[12]5",
    "about_to_sleep": "3[12]", "needs_attention": "33", "loyal": "[34][45]", "promising": "41",
    "new": "51", "potential_loyalists": "[45][23]", "champions": "5[45]",
}  # fmt: skip


def main() -> None:
    """Count again and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("workspace", type=Path, nargs="+")
    sys.stdout.write(
        "| store | buyers | in segments | alike | revenue in segments |\n|---|---|---|---|---|\n"
    )
    for folder in parser.parse_args().workspace:
        sys.stdout.write(row(folder))


def row(folder: Path) -> str:
    """One store's line of the table."""
    segments = Workbench(Settings(workspace=folder)).segments
    ours = {
        user: segment.id
        for segment in segments.standard()
        if segment.family == "rfm"
        for user in segments.members(segment)
    }
    people = recounted(folder, pd.Timestamp(segments.store.today))
    alike = sum(ours.get(str(user)) == name for user, name in people.segment.items())
    inside = people.loc[[user for user in people.index if str(user) in ours], "amount"].sum()
    whole = people.amount.sum()
    name = segments.store.profile.name
    return f"| {name} | {len(people)} | {len(ours)} | {alike} | {inside / whole:.4%} |\n"


def recounted(folder: Path, today: pd.Timestamp) -> pd.DataFrame:
    """Every buyer with her segment, from the raw tables."""
    with duckdb.connect(folder / "store.duckdb", read_only=True) as connection:
        orders = connection.execute(ORDERS).df()
    people = orders.groupby("user_id").agg(
        n=("order_id", "nunique"), last=("day", "max"), amount=("amount", "sum")
    )
    since = (today - pd.to_datetime(people["last"])).dt.days
    days = rising([int(v) for v in np.quantile(since, [0.2, 0.4, 0.6, 0.8])], 0)
    again = people.n[people.n > 1]
    counts = rising([int(v) for v in np.quantile(again, [0.25, 0.5, 0.75])], 2)
    r = 5 - np.searchsorted(days, since)
    f = np.where(people.n == 1, 1, 2 + np.searchsorted(counts, people.n))
    cell = pd.Series(r.astype(str), index=people.index) + pd.Series(f.astype(str), people.index)
    for name, pattern in NAMES.items():
        people.loc[cell.str.fullmatch(pattern), "segment"] = name
    return people


def rising(cuts: list[int], least: int) -> list[int]:
    """`cuts`, each above the one before."""
    for place, cut in enumerate(cuts):
        cuts[place] = max(cut, cuts[place - 1] + 1 if place else least)
    return cuts


if __name__ == "__main__":
    main()
