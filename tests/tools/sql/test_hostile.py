# ruff: noqa: S608  # queries are what is tested
"""Hostile statements are refused or do no harm, judged by their effects too."""

import hashlib
import json
import socket
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import sqlglot
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlglot import exp

from tests.tools.sql.filed import filed_store
from tools.errors import ToolError
from tools.sql import worker
from tools.sql.checking import checked
from tools.sql.running import Limits, Runner
from tools.sql.tool import SqlTools

HERE = Path(__file__).parent
HOSTILE = yaml.safe_load((HERE / "hostile.yaml").read_text(encoding="utf-8"))
HONEST = yaml.safe_load((HERE / "honest.yaml").read_text(encoding="utf-8"))
CANARY = "canary-7f31c0de"
BAD = [s for kind, statements in HOSTILE.items() if kind != "bombs" for s in statements]
LEFT_TO_DUCKDB = ("SELECT", "SELECT current_user")
SHORT = Limits(seconds=2.0, memory_mb=256)
TODAY = date(2026, 10, 31)


class Scene:
    """A store, a file nobody may read and a port nobody may call."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = filed_store(folder)
        self.canary = folder / "canary.csv"
        self.canary.write_text(f"a,b\n1,{CANARY}\n", encoding="utf-8")
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.setblocking(False)
        self.tools = SqlTools(self.store)
        self.known = self.tools.runner.known
        self.before = self.state()

    def state(self):
        return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in self.folder.iterdir()}

    def filled(self, statement):
        port = str(self.listener.getsockname()[1])
        parts = {"{canary}": str(self.canary), "{folder}": str(self.folder), "{port}": port}
        for hole, value in parts.items():
            statement = statement.replace(hole, value)
        return statement

    def unharmed(self):
        assert self.state() == self.before
        with pytest.raises(BlockingIOError):  # nobody called
            self.listener.accept()


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    scene = Scene(tmp_path_factory.mktemp("store"))
    yield scene
    scene.unharmed()
    scene.listener.close()


@pytest.fixture(scope="module")
def gate(scene):
    """The worker's own connection, in this process, so that its check alone can be tried fast."""
    tables = {name: list(columns) for name, columns in scene.known.items()}
    job = {"database": str(scene.folder / "store.duckdb"), "tables": tables}
    connection = worker.opened({**job, "threads": 1, "memory_mb": 256})
    yield lambda query: worker.checked(connection, query, set(tables))
    connection.close()


def test_there_are_at_least_two_hundred_of_them():
    assert len({s for statements in HOSTILE.values() for s in statements}) >= 200


@pytest.mark.parametrize("statement", BAD)
def test_it_is_refused_when_read(scene, statement):
    error = refused(scene, scene.filled(statement))
    if error is None:  # sqlglot knows no functions; DuckDB's own reading does, see below
        assert "(" in statement or statement in LEFT_TO_DUCKDB
        return
    assert error.say("en")
    assert error.say("zh")


def refused(scene, query):
    try:
        checked(query, scene.known, TODAY)
    except ToolError as error:
        return error
    return None


@pytest.mark.parametrize("statement", BAD)
def test_it_is_refused_by_duckdbs_own_reading(scene, gate, statement):
    with pytest.raises((worker.Refused, worker.duckdb.Error)):
        gate(scene.filled(statement).rstrip("; "))


def test_no_statement_shows_a_file_or_changes_one_even_past_both_readings(scene, monkeypatch):
    """What DuckDB and the system hold when nothing has been read before."""
    job = {"database": str(scene.folder / "store.duckdb"), "max_rows": 10, "seconds": 5}
    tables = {name: list(columns) for name, columns in scene.known.items()}
    connection = worker.opened({**job, "tables": tables, "threads": 1, "memory_mb": 256})
    for statement in BAD:
        if "sleep" in statement:  # harmless but for the time, which the parent limits
            continue
        try:
            told = connection.execute(scene.filled(statement))
            rows = told.fetchmany(10) if told else []
        except worker.duckdb.Error:
            continue
        assert CANARY not in str(rows), statement
    connection.close()
    scene.unharmed()


@pytest.mark.parametrize("statement", HOSTILE["bombs"])
def test_a_bomb_ends_in_time(scene, statement):
    started, tools = time.monotonic(), SqlTools(scene.store)
    tools.__dict__["runner"] = Runner(scene.store, SHORT)
    with pytest.raises(ToolError) as caught:
        tools.run_sql(statement)
    assert time.monotonic() - started < SHORT.seconds + 20  # without a limit: hours
    assert caught.value.say("en")


def test_no_file_can_be_opened_or_written_in_the_process_of_a_query(scene, monkeypatch):
    """The system's limits hold even a query that DuckDB would let out."""
    monkeypatch.setattr("tools.sql.running.WORKER", "tests.tools.sql.loose_worker")
    query = scene.filled("SELECT * FROM read_csv('{canary}')")
    with pytest.raises(ToolError):
        Runner(scene.store, SHORT).run(query)
    with pytest.raises(ToolError):
        Runner(scene.store, SHORT).run(scene.filled("COPY orders TO '{folder}/out.csv'"))
    scene.unharmed()


FRAGMENTS = [
    "(SELECT content FROM read_text('{canary}'))",
    "(SELECT max(a) FROM '{canary}')",
    '(SELECT max(a) FROM "{canary}")',
    "(SELECT count(*) FROM glob('{folder}/*'))",
    "(SELECT count(*) FROM read_csv('http://127.0.0.1:{port}/x'))",
    "(SELECT count(*) FROM duckdb_settings())",
    "(SELECT count(*) FROM information_schema.tables)",
    "(SELECT count(*) FROM query('FROM orders'))",
    "(SELECT count(*) FROM kept_store.main.reviews)",
    "getenv('HOME')",
    "current_setting('home_directory')",
    "pg_sleep(60)",
    "write_log('x')",
    "getvariable('x')",
    "nextval('s')",
]
TREES = [sqlglot.parse_one(case["query"], dialect="duckdb") for case in HONEST]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(TREES), st.sampled_from(FRAGMENTS), st.randoms(use_true_random=False))
def test_no_place_in_an_honest_query_lets_a_hostile_part_through(scene, gate, tree, part, random):
    tree, part = tree.copy(), sqlglot.parse_one(scene.filled(part), dialect="duckdb")
    places = [
        node
        for node in tree.find_all(exp.Column, exp.Literal)
        if node.parent and not node.find_ancestor(exp.Interval, exp.DataType, exp.TableAlias)
    ]
    if not places:
        return
    random.choice(places).replace(part)
    assert_refused(tree.sql(dialect="duckdb"), scene, gate)


def assert_refused(query, scene, gate):
    with pytest.raises((ToolError, worker.Refused, worker.duckdb.Error)):
        gate(checked(query, scene.known, TODAY).text)
    with pytest.raises((worker.Refused, worker.duckdb.Error)):
        gate(query)


SPACES = st.sampled_from([" ", "\n", "\t", "/**/", "/* x */ ", " --x\n", "  "])


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(BAD), SPACES, st.booleans(), st.randoms(use_true_random=False))
def test_no_disguise_helps(scene, gate, statement, space, wrapped, random):
    """Comments for spaces, letters in either case, the whole as a subquery."""
    words = scene.filled(statement).split(" ")
    words = [w if "'" in w or '"' in w else random.choice([w.upper(), w.lower()]) for w in words]
    query = space.join(words)
    assert_refused(f"SELECT * FROM (\n{query}\n) AS x" if wrapped else query, scene, gate)


WORDS = """SELECT FROM WHERE ( ) , ; * ' " orders read_csv '/etc/passwd' UNION WITH AS x 1 :: [ ]
-- /* */ $$ JOIN GROUP BY DROP TABLE COPY TO ATTACH CASE WHEN THEN END . -> { }""".split()  # noqa: SIM905


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_nonsense_is_answered_with_a_sentence(scene, query):
    error = refused(scene, query)
    assert error is None or (error.say("en") and error.say("zh"))


@pytest.mark.parametrize(
    "query",
    [
        "SELECT " + "(" * 3000 + "1" + ")" * 3000,
        "SELECT " + "-" * 3000 + "1",
        "SELECT " + "NOT " * 1500 + "true",
        "SELECT 1" + " + 1" * 1900,
        "SELECT " + "CASE WHEN true THEN " * 300 + "1" + " END" * 300,
        "SELECT * FROM " + "(SELECT * FROM " * 55 + "orders" + ")" * 55,
        "SELECT 1" + " UNION SELECT 1" * 500,
        "WITH " + ", ".join(f"c{n} AS (SELECT 1)" for n in range(300)) + " SELECT 1",
    ],
    ids=lambda query: query[:30],
)
def test_a_monster_is_refused_or_answered_in_time(scene, query):
    started = time.monotonic()
    with suppress(ToolError):
        scene.tools.run_sql(query)
    assert time.monotonic() - started < 20


def test_a_job_is_plain_json(scene):
    """Nothing but data goes between the processes."""
    assert json.loads(json.dumps(scene.known))
