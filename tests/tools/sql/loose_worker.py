"""The worker with every guard of DuckDB's taken away, so that only the system's limits hold it."""

from unittest.mock import patch

import duckdb

from tools.sql import worker


def loose(job: worker.Job) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": "1"})


if __name__ == "__main__":
    with patch.object(worker, "opened", loose), patch.object(worker, "checked"):
        worker.main()
