"""What the store's values are called in English and Chinese, and its customer-service policies."""

import pyarrow as pa

from tools.store.demo.campaigns import Campaign
from tools.store.demo.catalogue import Catalogue, categories
from tools.store.demo.config import HERE, load_yaml
from tools.store.demo.customers import places


def labels_table(catalogue: Catalogue, campaigns: list[Campaign]) -> pa.Table:
    """The `labels` table: categories, brands, items, regions, countries, channels and the like."""
    pairs: list[tuple[str, str, str, str]] = []  # dimension, value, English, Chinese
    pairs += [("category", c.name, c.name, c.zh) for c in categories()]
    pairs += [("region", r["name"], r["name"], r["zh"]) for r in places()["regions"]]
    for dimension, key in (
        ("country", "countries"),
        ("channel", "channels"),
        ("device", "devices"),
        ("gender", "genders"),
        ("age_band", "age_bands"),
    ):
        pairs += [(dimension, v, name["en"], name["zh"]) for v, name in places()[key].items()]
    pairs += [("campaign", c.id, c.plan.name, c.plan.zh) for c in campaigns]
    pairs += [("offer", c.plan.offer, c.plan.offer, c.plan.offer_zh) for c in campaigns]
    pairs += [
        ("item", item, en, zh)
        for item, en, zh in zip(catalogue.ids, catalogue.title_en, catalogue.title_zh, strict=True)
    ]
    brands = load_yaml("brands.yaml")
    pairs += [("brand", b, b, brands[b]) for b in sorted(set(catalogue.brand)) if b in brands]
    rows = [
        (d, v, lang, label) for d, v, en, zh in pairs for lang, label in (("en", en), ("zh", zh))
    ]
    columns = zip(*dict.fromkeys(rows), strict=True)
    names = ("dimension", "value", "language", "label")
    return pa.table(dict(zip(names, map(list, columns), strict=True)))


def policy_texts() -> dict[str, str]:
    """Each Markdown file of `policies/`, by its name without the ending."""
    files = sorted((HERE / "policies").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def policies_table() -> pa.Table:
    """The `policies` table; the first line of each text is its title."""
    texts = policy_texts()
    return pa.table(
        {
            "policy_id": list(texts),
            "title": [text.splitlines()[0].removeprefix("# ") for text in texts.values()],
            "text": list(texts.values()),
        }
    )
