"""Any table of the store from one file whose columns are guessed."""

from tools.store.adapters.contract import Adapter, Draft, Import, select
from tools.store.schema import TABLES


def canonical(name: str) -> Adapter:
    """The adapter for the table `name`: one file, columns guessed and correctable."""
    spec = TABLES[name]
    made = spec.key[0] if spec.name == "events" else None  # numbered when the file has none
    needed = tuple(c.name for c in spec if c.required and c.name != made)

    def adapt(job: Import) -> Draft:
        source = job.read("source")
        mapping = job.mapped(name, source, needed)
        relation = job.view(f"raw_{name}", f"SELECT {select(mapping)} FROM source")  # noqa: S608
        return Draft({name: relation}, (mapping,), notes=source.notes)

    return adapt
