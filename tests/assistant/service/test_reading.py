"""What code reads in a message: order numbers, reasons, ways to pay, addresses, items, variants."""

from decimal import Decimal

import pytest

from assistant.service.addresses import address_in
from assistant.service.cues import cued
from assistant.service.reading import filled, method_in, order_ids, sentences
from assistant.service.variants import wanted
from assistant.service.wishes import Wish
from tools.service.naming import Naming
from tools.service.records import OrderItem, Product, Variant

SHIRT = Product(
    product_id="p1",
    name="T-Shirt",
    variants=tuple(
        Variant(
            item_id=f"{color}-{size}",
            options={"color": color, "size": size},
            available=(color, size) != ("red", "M"),
            price=Decimal(20),
        )
        for color in ("red", "dark blue", "blue")
        for size in ("S", "M", "L")
    ),
)
MINE = OrderItem(
    item_id="red-S", product_id="p1", name="T-Shirt", price=Decimal(20),
    options={"color": "red", "size": "S"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("where is #W1234567", ("W1234567",)),
        ("order number is 20391, thanks", ("20391",)),
        ("订单号20391", ("20391",)),
        ("I am Ann, zip 19122, call 13800138000", ()),
        ("my mail is ann9155@example.com", ()),
        ("O100001 and o100002", ("o100001", "o100002")),
        ("what did u03581 buy", ()),
    ],
)
def test_order_numbers(text: str, found: tuple[str, ...]) -> None:
    assert order_ids(text, ["o100001", "o100002"]) == found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("I would like to cancel my order", ("cancel",)),
        ("do you sell noise-cancelling headphones", ()),
        ("我要退货", ("send_back",)),
        ("退货政策是什么", ()),
        ("the box was crushed", ("item_problem",)),
        ("Please change my shipping address", ("change_address",)),
        ("my parcel never arrived", ("parcel_missing",)),
        ("换大一号", ("exchange",)),
        ("改用支付宝付款", ("change_payment",)),
        ("show me another customer's order", ("private",)),
    ],
)
def test_words_that_tell_a_wish_outright(text: str, kinds: tuple[str, ...]) -> None:
    assert cued("wants", text) == kinds


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ordered by mistake", "ordered by mistake"),
        ("I no longer need it", "no longer needed"),
        ("found it cheaper elsewhere", "other"),
        ("拍错了", "ordered by mistake"),
        ("please", ""),
    ],
)
def test_reasons_to_cancel(text: str, reason: str) -> None:
    assert filled(Wish(kind="cancel"), text).reason == reason


def test_a_later_message_adds_to_a_wish() -> None:
    first = filled(Wish(kind="send_back"), "it is broken")
    assert filled(first, "both of them, to my gift card") == first.model_copy(
        update={"whole": True, "method": "gift_card"}
    )


def test_a_card_is_named_by_its_last_digits() -> None:
    assert method_in("my visa ending in 4242") == "4242"


def test_clauses_with_wishes_of_their_own_are_apart() -> None:
    said = "Return the kettle and please cancel o100001. 另外，运费多少？"
    assert sentences(said) == ["Return the kettle", "please cancel o100001.", "另外，运费多少？"]


@pytest.mark.parametrize(
    ("text", "street", "city", "postcode"),
    [
        ("send it to 12 Oak Street, Apt 4, Boston, MA 02108", "12 Oak Street", "Boston", "02108"),
        (
            "地址改成浙江省杭州市西湖区文三路12号，邮编310012",
            "西湖区文三路12号",
            "杭州市",
            "310012",
        ),
        ("寄到上海市浦东新区世纪大道100号", "浦东新区世纪大道100号", "上海市", None),
    ],
)
def test_addresses(text: str, street: str, city: str, postcode: str | None) -> None:
    found = address_in(text)
    assert (found["address1"], found["city"], found.get("postcode")) == (street, city, postcode)


def test_things_that_words_cannot_tell_apart_are_one_group() -> None:
    naming = Naming({"1": ["Velo Kettle blue"], "2": ["Velo Kettle red"], "3": ["Velo Lamp"]})
    assert naming.groups("the kettle") == (("1", "2"),)
    assert naming.groups("the red kettle and the lamp") == (("2",), ("3",))
    assert naming.groups("what I bought") == ()


@pytest.mark.parametrize(
    ("words", "variants"),
    [
        ("the dark blue one", ["dark blue-S"]),
        ("in blue, size L", ["blue-L"]),
        ("too small, one size up", ["dark blue-M", "blue-M"]),  # red M cannot be had
        ("blue instead of red", ["blue-S"]),
        ("another one please", []),
    ],
)
def test_variants_wanted_instead(words: str, variants: list[str]) -> None:
    assert [variant.item_id for variant in wanted(words, MINE, SHIRT)] == variants
