"""Contact data of customers, for customer service only: from one file whose columns are guessed."""

from typing import Any

from tools.errors import DataError
from tools.service.records import Address, Customer
from tools.store.adapters.contract import Draft, Import, select
from tools.store.cleaning import clean
from tools.store.mapping import guess_mapping, require
from tools.store.schema import CONTACTS


def contacts(job: Import) -> Draft:
    """Customers for the service book; nothing of them goes to the store's own tables."""
    source = job.read("source")
    mapping = guess_mapping(CONTACTS, source.columns, job.corrections)
    require(mapping, ("user_id",), source.columns)
    if not {"email", "postcode"} & set(mapping.columns):
        raise DataError(
            "The file has neither an email nor a postcode column, so nobody could be recognised "
            "by it; say which columns they are with --map email=… or --map postcode=…."
        )
    relation = job.view("raw_contacts", f"SELECT {select(mapping)} FROM source")  # noqa: S608
    cleaned = clean(job.connection, CONTACTS, relation, "UTC")
    rows = job.connection.table(cleaned.relation).fetch_arrow_table().to_pylist()
    kept = tuple(_customer(row) for row in rows)
    return Draft(
        {},
        (mapping,),
        cleaned.lines,
        (*source.notes, f"{len(kept):,} customers are kept for customer service only."),
        rejects={"contacts": cleaned.rejects},
        service=kept,
    )


def _customer(row: dict[str, Any]) -> Customer:
    given = {name: str(value) for name, value in row.items() if value is not None}
    parts = ("user_id", "first_name", "last_name", "email", "phone")
    return Customer(
        **{name: given.pop(name) for name in parts if name in given}, address=Address(**given)
    )
