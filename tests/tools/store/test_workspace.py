"""Workspaces are written all at once or not at all."""
# ruff: noqa: DTZ001 - the store's times are UTC without saying so

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from tools.errors import DataError
from tools.store.store import DATABASE, PROFILE, Store, StoreProfile
from tools.store.workspace import write_tables

ORDERS = pa.table({"order_id": ["a"], "ordered_at": [datetime(2020, 7, 1, 23, 30)]})
ITEMS = pa.table({"item_id": ["x"], "price": [1.5]})
LONDON = StoreProfile(time_zone="Europe/London")


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with duckdb.connect(folder / DATABASE, read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_local_time_is_the_clock_on_the_stores_wall(tmp_path: Path) -> None:
    write_tables(tmp_path, {"orders": ORDERS}, LONDON)
    assert rows(tmp_path, "SELECT local_time FROM orders") == [(datetime(2020, 7, 2, 0, 30),)]


def test_other_tables_stay_unless_all_are_replaced(tmp_path: Path) -> None:
    profile = write_tables(tmp_path, {"orders": ORDERS}, LONDON)
    write_tables(tmp_path, {"items": ITEMS}, profile)
    assert Store.open(tmp_path).tables == {"orders", "items"}
    write_tables(tmp_path, {"items": ITEMS}, profile, replace_all=True)
    assert Store.open(tmp_path).tables == {"items"}


def test_data_version_follows_the_rows(tmp_path: Path) -> None:
    first = write_tables(tmp_path, {"items": ITEMS}, LONDON)
    again = write_tables(tmp_path, {"items": ITEMS}, LONDON)
    changed = pa.table({"item_id": ["x"], "price": [1.6]})
    other = write_tables(tmp_path, {"items": changed}, LONDON)
    assert first.data_version == again.data_version != other.data_version
    assert Store.open(tmp_path).profile == other


def test_a_new_time_zone_reaches_tables_that_are_not_rewritten(tmp_path: Path) -> None:
    write_tables(tmp_path, {"orders": ORDERS}, LONDON)
    write_tables(tmp_path, {"items": ITEMS}, StoreProfile(time_zone="Asia/Shanghai"))
    assert rows(tmp_path, "SELECT local_time FROM orders") == [(datetime(2020, 7, 2, 7, 30),)]


@pytest.mark.parametrize(
    ("table", "columns", "words"),
    [
        ("order", {"order_id": ["a"]}, "not a table"),
        ("items", {"item_id": ["a"], "colour": ["red"]}, "'colour'"),
        ("orders", {"order_id": ["a"]}, "'ordered_at'"),
        ("items", {"item_id": ["a", None]}, "do not fit"),
    ],
)
def test_rows_that_do_not_fit_are_refused_and_the_store_is_untouched(
    tmp_path: Path, table: str, columns: dict[str, list[str | None]], words: str
) -> None:
    write_tables(tmp_path, {"items": ITEMS}, LONDON)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    with pytest.raises(DataError, match=words):
        write_tables(tmp_path, {table: pa.table(columns)}, LONDON)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


KILLED = """
import os, sys
from pathlib import Path
import pyarrow as pa
from tools.store import workspace
from tools.store.store import StoreProfile

def die(*args):
    os._exit(9)

workspace._put_in_place = die
items = pa.table({"item_id": [str(i) for i in range(1000)]})
workspace.write_tables(Path(sys.argv[1]), {"items": items}, StoreProfile())
"""


def test_a_killed_import_leaves_the_old_data_and_the_next_sweeps_up(tmp_path: Path) -> None:
    write_tables(tmp_path, {"items": ITEMS}, LONDON)
    old = (tmp_path / DATABASE).read_bytes()
    died = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)  # noqa: S603
    assert died.returncode == 9
    assert (tmp_path / DATABASE).read_bytes() == old
    assert [p for p in tmp_path.iterdir() if p.name.startswith(".draft-")]
    write_tables(tmp_path, {"items": ITEMS}, LONDON)
    assert {p.name for p in tmp_path.iterdir()} == {DATABASE, PROFILE}
