"""Contact data stay with customer service: no table, tool or file of the marketer has them."""

import json
from pathlib import Path

import duckdb
import pytest

from tests.tools.service.tau2 import Json
from tools.errors import DataError, ToolError
from tools.service.book import BOOK
from tools.service.desk import ServiceDesk
from tools.service.records import Customer
from tools.service.service import Service
from tools.sql.tool import SqlTools
from tools.store.demo import DemoConfig, create_demo
from tools.store.importing import import_data
from tools.store.schema import CONTACTS, TABLES
from tools.store.store import DATABASE, Store

CONTACT_FILE = """customer id,姓名,邮箱,邮编,城市,收货地址
u1,王明,wm@example.com,100000,北京,长安街1号
u2,Ann Lee,,02108,Boston,1 Main St
,Nobody,n@example.com,1,,
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    create_demo(folder, DemoConfig(n_users=300, n_items=60, n_reviews=50, months=2))
    return folder


def every_text(workspace: Path) -> str:
    with duckdb.connect(workspace / DATABASE, read_only=True) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        rows = [connection.table(name).fetchall() for (name,) in names]
    return json.dumps(rows, default=str, ensure_ascii=False)


def customers(workspace: Path) -> tuple[Customer, ...]:
    with Service(Store.open(workspace)).book.reading() as ledger:
        return ledger.customers()


def test_no_table_of_the_store_has_a_personal_column() -> None:
    assert not [column for table in TABLES.values() for column in table if column.personal]
    assert {column.name for column in CONTACTS if not column.personal} == {"user_id", "country"}


def test_the_demo_keeps_contacts_out_of_the_store(demo: Path) -> None:
    people, told = customers(demo), every_text(demo)
    assert len(people) == 300
    assert len({person.email for person in people}) == 300
    for person in people:
        assert person.email not in told
        assert person.address.address1 not in told
        assert person.email.endswith("@example.com")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM customers",
        "SELECT * FROM contacts",
        "SELECT * FROM 'service.sqlite'",
        "SELECT * FROM sqlite_scan('service.sqlite', 'customers')",
        "SELECT * FROM read_blob('{folder}/service.sqlite')",
        "SELECT * FROM read_text('{folder}/policies/../service.sqlite')",
    ],
)
def test_a_query_of_ones_own_cannot_reach_the_service_book(query: str, demo: Path) -> None:
    with pytest.raises(ToolError):
        SqlTools(Store.open(demo)).run_sql(query.format(folder=demo))


def test_the_demo_makes_the_same_contacts_again(demo: Path, tmp_path: Path) -> None:
    create_demo(tmp_path, DemoConfig(n_users=300, n_items=60, n_reviews=50, months=2))
    assert customers(tmp_path) == customers(demo)


def test_tau2_keeps_names_and_addresses_out_of_the_store(
    tau2_workspace: Path, tau2_db: Json
) -> None:
    told = every_text(tau2_workspace)
    for user in tau2_db["users"].values():
        for text in (user["email"], user["user_id"], user["address"]["address1"]):
            assert text not in told


def test_contacts_are_imported_for_service_alone(tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text(CONTACT_FILE, encoding="utf-8")
    report = import_data("contacts", file, tmp_path / "shop")
    assert "2 customers are kept for customer service only." in report.notes
    assert [line.reason for line in report.cleaning] == ["missing"]
    assert [person.user_id for person in customers(tmp_path / "shop")] == ["u1", "u2"]
    assert "wm@example.com" not in every_text(tmp_path / "shop")


@pytest.mark.parametrize("given", [
    {"last_name": "王明", "postcode": "100000"}, {"first_name": "明", "last_name": "王",
    "postcode": "100000"}, {"email": "WM@example.com"},
])  # fmt: skip
def test_a_chinese_customer_is_found_by_her_whole_name(given: Json, tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text(CONTACT_FILE, encoding="utf-8")
    import_data("contacts", file, tmp_path / "shop")
    desk = ServiceDesk(Service(Store.open(tmp_path / "shop")))
    desk.tools.find_customer(**given)
    assert desk.session.user_id == "u1"


def test_contacts_by_which_nobody_could_be_recognised_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text("user_id,name\nu1,Ann\n", encoding="utf-8")
    with pytest.raises(DataError, match="neither an email nor a postcode"):
        import_data("contacts", file, tmp_path / "shop")


def test_another_store_takes_the_customers_of_the_one_before_away(
    demo: Path, tmp_path: Path, tau2_workspace: Path
) -> None:
    file = tmp_path / "clicks.csv"
    file.write_text("1,2,3,pv,1511539200\n", encoding="utf-8")
    shop = tmp_path / "shop"
    contacts = tmp_path / "contacts.csv"
    contacts.write_text(CONTACT_FILE, encoding="utf-8")
    import_data("contacts", contacts, shop)
    import_data("taobao", file, shop)
    assert customers(shop) == ()
    assert (shop / BOOK).exists()


def test_the_log_of_the_program_has_no_personal_data(
    desk: ServiceDesk, tau2_db: Json, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    user = next(iter(tau2_db["users"].values()))
    desk.hear(f"I am {user['name']['first_name']} {user['name']['last_name']}, {user['email']}")
    desk.use("customer_details", {})
    desk.hand_over("asked")
    assert user["email"] not in caplog.text
    assert user["address"]["address1"] not in caplog.text
