"""How one customer comes: by which channel and device, on which days and at what hours."""

from dataclasses import dataclass

import ibis
from ibis import _

from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.semantics import Semantics
from tools.segments.people import People
from tools.wording.values import Name

FEWEST = 5  # visits or orders that a habit is told from
USUAL = 0.4  # share of them that makes a habit


@dataclass(frozen=True)
class Habit:
    """The commonest value of a dimension in what she did.

    Attributes:
        dimension: Of which dimension.
        name: The value.
        share: Its share of her visits (of her orders, without visits), 0-1.
        n: How many those are.
    """

    dimension: str
    name: Name
    share: float
    n: int


def habits_of(people: People, user_id: str) -> list[Habit]:
    """The habits of one customer; none that too little is known of."""
    source = people.events if people.events is not None else people.sales
    if source is None:
        return []
    own = source.filter(_.user_id == user_id)
    if people.events is not None and "events.session_id" in people.store.columns:
        first = own.local_time.min().over(group_by="session_id")
        own = own.mutate(first=first).filter(_.local_time == _.first).distinct(on="session_id")
    elif "order_id" in own.columns:
        own = own.distinct(on="order_id")
    clock = own.local_time
    values = {
        "weekday": (clock.day_of_week.index() + 1).cast("string"),
        "daytime": (clock.hour() // 6).cast("string"),
    }
    values |= {name: own[name] for name in ("channel", "device") if _filled(people, own, name)}
    return [
        habit for name, value in values.items() if (habit := _commonest(people, own, name, value))
    ]


def _filled(people: People, own: ibis.Table, name: str) -> bool:
    table = "events" if people.events is not None else "orders"
    return name in own.columns and f"{table}.{name}" in people.store.columns


def _commonest(people: People, own: ibis.Table, name: str, value: ibis.Value) -> Habit | None:
    rows = own.select(value=value).filter(_.value.notnull())
    counted = rows.group_by("value").aggregate(k=_.count()).mutate(n=_.k.sum().over())
    found = counted.order_by(_.k.desc(), _.value).limit(1).to_pyarrow().to_pylist()
    if not found or found[0]["n"] < FEWEST or found[0]["k"] < USUAL * found[0]["n"]:
        return None
    (best,) = found
    if name == "daytime":
        said = DAYTIMES[int(best["value"])]
    else:
        said = Semantics(people.store).names(DIMENSIONS[name], [best["value"]])[best["value"]]
    return Habit(name, said, best["k"] / best["n"], best["n"])


DAYTIMES = (
    Name(en="nights, 0–6 h", zh="凌晨0–6点"),
    Name(en="mornings, 6–12 h", zh="上午6–12点"),
    Name(en="afternoons, 12–18 h", zh="下午12–18点"),
    Name(en="evenings, 18–24 h", zh="晚上18–24点"),
)
