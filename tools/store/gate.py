"""The last check before rows are stored: pandera holds them against the canonical schema."""

import logging

import duckdb
import ibis
import ibis.expr.datatypes as dt
import pandera.ibis as pandera
from pandera.errors import SchemaErrors

from tools.errors import DataError
from tools.store.schema import ColumnSpec, TableSpec

logger = logging.getLogger(__name__)


def pass_gate(connection: duckdb.DuckDBPyConnection, spec: TableSpec, kept: str) -> None:
    """Validate the kept rows against the canonical schema with pandera.

    Raises:
        DataError: If a row does not meet it.
    """
    table = ibis.duckdb.from_connection(connection).table(kept)
    columns = {c.name: _gate(c) for c in spec if c.name in table.columns}
    try:
        pandera.DataFrameSchema(columns).validate(table, lazy=True)
    except SchemaErrors as error:
        logger.debug("%s", error)
        failed = error.schema_errors[0]
        raise DataError(f"Table {spec.name!r} does not meet its schema: {failed}") from error


GATE_TYPES: dict[str, dt.DataType] = {
    "time": dt.Timestamp(scale=6),
    "date": dt.date,
    "money": dt.Decimal(18, 4),
    "integer": dt.int64,
    "flag": dt.boolean,
}


def _gate(column: ColumnSpec) -> pandera.Column:
    checks = []
    if column.choices:
        checks.append(pandera.Check.isin(list(column.choices)))
    if column.kind == "money":
        checks.append(pandera.Check.ge(0))
    if column.name == "rating":
        checks.append(pandera.Check.in_range(1, 5))
    kind = GATE_TYPES.get(column.kind, dt.string)
    return pandera.Column(kind, checks, nullable=not column.required)
