missing-table = The store has no { $table } table yet. Add it with “storewise import”; the README says how.
unknown-choice = There is no { $what } called “{ $given }”. Known: { $known }.
unknown-period = “{ $given }” is not a period I know. Try “last_month”, “2026-10”, “2026-Q3”, “last_7_days” or “2026-10-01..2026-10-15”.
invalid-argument = The argument “{ $given }” cannot be used like that. This tool takes: { $wanted }.
missing-argument = The argument “{ $given }” is missing. This tool takes: { $wanted }.
