sql-one = The query gives one value: { $name } is { $value }.
sql-no-value = The query gives no value for { $name }: there is nothing to compute it from.
sql-row = The query gives one row: { $list }.
sql-table = The query gives { $n } rows with { $columns }; one of them is { $first }.
sql-table-ordered = The query gives { $n } rows with { $columns }; the first is { $first }.
sql-groups = { $name } by { $by }: { $list }.
sql-ends = By { $name }, { $top } is the highest and { $bottom } the lowest.
sql-empty = The query found no rows.
sql-cut = Only { $shown } of { $n } rows are shown; ask for groups or add a LIMIT to see less.
sql-people = Groups of fewer than { $n } customers are left out.
sql-check = This comes from a query written for this question rather than from a fixed definition; the query is shown with the result.
sql-no-file = This store has no database file of its own, so no query can be run on it; the other tools work.
sql-too-slow = The query took longer than { $seconds } s, so I stopped it. Restrict it to a shorter time, join on ids, or group before joining.
sql-memory = The query needs more memory than it may use. Restrict it to fewer rows, or group before joining.
sql-unwritten = No query that answers all of this could be written. Ask for one figure at a time, in plain words for orders, customers, items, reviews or visits.
sql-select = Only one SELECT statement can be run here (WITH and UNION are fine); nothing that changes, loads, exports or describes data.
sql-one-only = Only one statement can be run at a time.
sql-parameter = A query here takes no parameters; write the values into it.
sql-long = The query is too long or too deeply nested; write it with fewer brackets and steps.
sql-no-table = There is no table “{ $given }” that can be asked{ $near ->
    [none] {""}
   *[some] ; the nearest is { $near }
}. Tables: { $known }.
sql-outside = “{ $given }” cannot be seen where the query asks for it: what is read there does not select it. Put that part into the inner SELECT, or join the table that holds it.
sql-no-column = There is no column “{ $given }”{ $near ->
    [none] {""}
   *[some] ; the nearest is { $near }
}. Columns: { $known }.
sql-no-function = The function “{ $given }” cannot be used here; the nearest that can: { $near }.
sql-group = The column “{ $given }” must be in GROUP BY or inside an aggregate such as sum() or max().
sql-ambiguous = The column “{ $given }” is in more than one table; write the table before it, as in orders.{ $given }.
sql-types = The function does not take these kinds of values: { $given }. Cast them first, as in CAST(x AS DOUBLE).
sql-syntax = The query cannot be read{ $where ->
    [end] : it breaks off
    [unknown] {""}
   *[word] {" "}from “{ $given }” on
}; check its brackets, commas and the order of its clauses.
sql-aggregate = An aggregate cannot stand there: use HAVING in place of WHERE, and a subquery for an aggregate of an aggregate.
sql-zone = Times with a time zone cannot be shown here. Cast them, as in CAST(x AS TIMESTAMP), or use local_time.
sql-failed = The query failed: { $reason }.
