"""Reviews from any table with a text column."""
# ruff: noqa: S608, E501 - columns are quoted; SQL and sentences read best whole

from dataclasses import replace

from tools.store.adapters.contract import Draft, Import, quote, select
from tools.store.mapping import ColumnMapping, guess_mapping
from tools.store.readers import Source
from tools.store.schema import ITEMS

CHINESE = "length(regexp_replace(text, '[^\\x{4e00}-\\x{9fff}]', '', 'g'))"
KANA = "[\\x{3040}-\\x{30ff}]"
HANGUL = "[\\x{ac00}-\\x{d7af}]"
CYRILLIC = "[\\x{0400}-\\x{04ff}]"
PORTUGUESE = "(?i)(ã|õ|ç|\\b(não|nao|muito|produto|recebi|chegou|prazo|bom|entrega|comprei|recomendo|gostei|otimo|excelente)\\b)"


def reviews(job: Import) -> Draft:
    """Reviews of one file: text column guessed, language told row by row from its script.

    A rating column of 0 and 1 (negative, positive) becomes 1 and 5 stars. A category column
    becomes the category of the items; without an item column, the categories are the items.
    """
    source = job.read("source")
    mapping = job.mapped("reviews", source, ("text",))
    category = _category(source, mapping)
    columns = select(mapping)
    if category and "item_id" not in mapping.columns:
        columns += f", {quote(category)} AS item_id"
    job.view("mapped_reviews", f"SELECT {columns} FROM source")
    changes = []
    if "rating" in mapping.columns:
        changes.append(f"{_stars(job)} AS rating")
    query = f"* REPLACE ({', '.join(changes)})" if changes else "*"
    language = "" if "language" in mapping.columns else f", {language_of('text')} AS language"
    job.view("raw_reviews", f"SELECT {query}{language} FROM mapped_reviews")
    tables = {"reviews": "raw_reviews"}
    if category:
        tables["items"] = _items(job, mapping, category)
    return Draft(tables, _shown(mapping, category), notes=source.notes)


def _shown(mapping: ColumnMapping, category: str | None) -> tuple[ColumnMapping, ...]:
    if category is None:
        return (mapping,)
    unused = tuple(name for name in mapping.unused if name != category)
    return replace(mapping, unused=unused), ColumnMapping("items", {"category": category})


def language_of(text: str) -> str:
    """SQL for the ISO 639-1 code of the language `text` is written in, told by script and words."""
    chinese = CHINESE.replace("text", text)
    return (
        f"CASE WHEN {text} IS NULL THEN NULL "
        f"WHEN regexp_matches({text}, '{KANA}') THEN 'ja' WHEN regexp_matches({text}, '{HANGUL}') THEN 'ko' "
        f"WHEN {chinese} >= 0.15 * length({text}) THEN 'zh' "
        f"WHEN regexp_matches({text}, '{CYRILLIC}') THEN 'ru' "
        f"WHEN regexp_matches({text}, '{PORTUGUESE}') THEN 'pt' ELSE 'en' END"
    )


def _stars(job: Import) -> str:
    low, high = job.ask(
        "SELECT min(TRY_CAST(rating AS DOUBLE)), max(TRY_CAST(rating AS DOUBLE)) FROM mapped_reviews"
    )
    stars = "TRY_CAST(rating AS DOUBLE)"
    if low == 0 and high == 1:
        return f"CASE WHEN {stars} = 1 THEN 5 WHEN {stars} = 0 THEN 1 END"
    return "rating"


def _category(source: Source, mapping: ColumnMapping) -> str | None:
    return guess_mapping(ITEMS, list(mapping.unused) or source.columns).columns.get("category")


def _items(job: Import, mapping: ColumnMapping, category: str) -> str:
    """Items the reviews speak of, each in its most usual category; known items are kept as they are."""
    item = quote(mapping.columns.get("item_id", category))
    title = "item_id" if "item_id" not in mapping.columns else "NULL"
    query = (
        f"SELECT item_id, {title} AS title, mode(category ORDER BY category) AS category FROM (SELECT "
        f"CAST({item} AS VARCHAR) AS item_id, CAST({quote(category)} AS VARCHAR) AS category FROM source) "
        "WHERE item_id IS NOT NULL AND trim(item_id) <> '' GROUP BY item_id"
    )
    if "items" in job.existing:
        query = (
            f"SELECT * FROM present.items UNION ALL BY NAME SELECT * FROM ({query}) AS new "
            "ANTI JOIN present.items AS old USING (item_id)"
        )
    return job.view("raw_items", query)
