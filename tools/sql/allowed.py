"""What a query may call: DuckDB's pure functions, by name; whatever is not here is refused."""

import re

FUNCTIONS = frozenset(
    """
    abs age any_value approx_count_distinct approx_quantile arbitrary arg_max arg_min argmax
    argmin array_agg array_length array_to_string ascii avg bool_and bool_or cbrt ceil ceiling
    char_length character_length chr coalesce concat concat_ws contains corr count count_if
    count_star countif covar_pop covar_samp cume_dist date_add date_diff date_part date_sub
    date_trunc datediff datepart datesub datetrunc day dayname dayofmonth dayofweek dayofyear
    decade dense_rank ends_with entropy epoch epoch_ms even exp extract fdiv first first_value
    floor fmod generate_series geometric_mean greatest histogram hour if ifnull instr isfinite
    isinf isnan isodow isoyear jaccard jaro_winkler_similarity kurtosis lag last last_day
    last_value lcase lead least left len length levenshtein list list_aggregate
    list_any_value list_apply list_avg list_concat list_contains list_count list_distinct
    list_element list_extract
    list_filter list_first list_has list_has_all list_has_any list_intersect list_last list_max
    list_median list_min list_position list_reverse list_reverse_sort list_slice list_sort
    list_sum list_transform list_unique list_value listagg ln log log10 log2 lower ltrim mad
    make_date make_timestamp max max_by mean median min min_by minute mod mode month monthname
    nth_value ntile nullif percent_rank percentile_cont percentile_disc pi position pow power
    prefix product quantile quantile_cont quantile_disc quarter random range rank regexp_extract
    regexp_extract_all regexp_full_match regexp_matches regexp_replace regexp_split_to_array
    regr_count regr_intercept regr_r2 regr_slope replace reverse right round row row_number
    rtrim second sem sign skewness split split_part sqrt starts_with stddev stddev_pop
    stddev_samp str_split strftime string_agg string_split string_to_array strip_accents strlen
    strpos strptime struct_extract struct_pack substr substring subtract suffix sum
    sum_no_overflow time_bucket to_days to_hours to_minutes to_months to_quarters to_seconds
    to_weeks to_years translate trim trunc try_strptime ucase unnest upper var_pop var_samp
    variance week weekday weekofyear wavg weighted_avg year yearweek array_extract array_slice
    list_pack list_zip map map_keys map_values map_extract cardinality
    """.split()  # noqa: SIM905  # read as words
)
"""Functions that only compute on what they are given; none knows files, settings or the machine."""

KNOW_THE_MACHINE = frozenset(
    {"current_user", "session_user", "current_role", "current_schema", "current_catalog"}
)
"""Words without brackets that DuckDB takes for functions."""

QUERIES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
"""What DuckDB's parser calls the queries that only read."""

PLAIN_NAME = re.compile(r"[^\W\d]\w*")
"""Names a query may give its own tables: no path can hide in one."""

TABLE_FUNCTIONS = frozenset({"unnest", "range", "generate_series"})
"""Functions that may stand in FROM."""

OPERATORS = frozenset(
    """
    + - * / // % ** ^ || ~~ !~~ ~~* !~~* ~~~ ~ !~ ~* !~* & | << >> @> <@ && ! ->> -> like_escape
    not_like_escape ilike_escape not_ilike_escape ~__prefix ^@ @ __between
    """.split()  # noqa: SIM905  # read as words
)
"""Operators, as DuckDB's parser names them where it makes them functions."""

FREE_TEXT = {"reviews": ("title", "text"), "events": ("query",)}
"""Columns in which people may have written of themselves: contact data in them is masked."""
