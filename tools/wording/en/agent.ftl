why-not-known = The figures show where it changed, not why: check what else happened at that time (prices, stock, campaigns, holidays) before acting on it.
step-limit = I reached the limit of steps for one question, so a part of it is left unanswered; ask that part by itself.
query-left-out = The query is not limited to everything you named, so its figure is about more than you asked: check the query shown, or ask again with the column that holds it.
name-not-held = I find nothing called { $names } in this store’s data, so what follows is not limited to it.
