"""The small store in a file, as `run_sql` needs it."""

from pathlib import Path
from typing import Any

from tests.small_store import TABLE_ROWS, store_of
from tools.sql import worker
from tools.sql.running import Runner
from tools.sql.tool import SqlTools
from tools.store.store import DATABASE, PROFILE, Store


def filed_store(folder: Path, **more: list[dict]) -> Store:
    """The small store, its tables replaced by `more`, written to `folder` and opened from there."""
    made = store_of({**TABLE_ROWS, **more}, name="Small store", currency="CNY", data_version="1")
    connection = made.connection.con
    connection.execute(f"ATTACH '{folder / DATABASE}' AS kept")
    for table in {**TABLE_ROWS, **more}:
        connection.execute(f"CREATE TABLE kept.{table} AS SELECT * FROM {table}")  # noqa: S608
    connection.execute("DETACH kept")
    (folder / PROFILE).write_text(made.profile.model_dump_json(), encoding="utf-8")
    return Store.open(folder)


class Near(Runner):
    """Runs queries as the worker does, but in this process, which is faster."""

    def _answered(self, query: str) -> dict[str, Any]:
        job = self.job(query)
        if "opened" not in self.__dict__:
            self.__dict__["opened"] = worker.opened(job)
        try:
            return worker.answered(self.__dict__["opened"], job)
        except worker.Refused as refused:
            return {"refused": refused.kind, "what": refused.what}
        except worker.duckdb.Error as error:
            return {"error": str(error)}


def near_tools(store: Store) -> SqlTools:
    """The tool with its worker in this process."""
    tools = SqlTools(store)
    tools.__dict__["runner"] = Near(store)
    return tools
