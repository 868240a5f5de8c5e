import numpy as np
import pytest

from tests.tools.prediction.small_shop import START as AT
from tests.tools.prediction.small_shop import event, store_of
from tools.prediction.fairness import groups_of, warnings

N = 3000
USERS = [f"u{i:04}" for i in range(N)]


@pytest.fixture(scope="module")
def shop():
    users = [
        {"user_id": user, "gender": "female" if i % 3 else "male", "age_band": "18-24"}
        for i, user in enumerate(USERS)
    ]
    users[0]["age_band"] = "55+"
    return store_of(users=users, events=[event(1, USERS[0], AT, "view")])


@pytest.fixture
def fair():
    random = np.random.default_rng(6)
    probability = random.beta(1, 4, N)
    return probability, (random.random(N) < probability).astype(float)


MEN = np.arange(N) % 3 == 0


def judged(shop, bought, probability):
    return groups_of(shop, np.array(USERS, dtype=object), bought, probability)


def test_groups_served_alike_raise_no_warning(shop, fair):
    probability, bought = fair
    groups = judged(shop, bought, probability)
    assert [group.value for group in groups] == ["female", "male"]
    assert not warnings(groups, shop)
    men = groups[1]
    assert men.users == MEN.sum()
    assert men.buyers == bought[MEN].sum()


def test_a_group_told_apart_less_well_is_found(shop, fair):
    probability, bought = fair
    probability = np.where(MEN, np.random.default_rng(1).permutation(probability), probability)
    groups = judged(shop, bought, probability)
    assert {g.value: g.warnings for g in groups} == {"female": (), "male": ("served_worse",)}
    (said,) = warnings(groups, shop)
    assert said.message == "purchase-group-served-worse"


def test_a_group_whose_buyers_are_underestimated_is_found(shop, fair):
    probability, bought = fair
    groups = judged(shop, bought, np.where(MEN, probability * 0.6, probability))
    assert {g.value: g.warnings for g in groups} == {"female": (), "male": ("overlooked",)}
    assert groups[1].figures["selection_rate"].value < groups[0].figures["selection_rate"].value


def test_groups_of_few_people_are_not_told(shop, fair):
    probability, bought = fair
    assert "55+" not in {group.value for group in judged(shop, bought, probability)}


def test_a_store_without_such_columns_has_no_groups(fair):
    probability, bought = fair
    assert judged(store_of(events=[event(1, "u0001", AT, "view")]), bought, probability) == ()
