why-not-known = The figures show where it changed, not why: check what else happened at that time (prices, stock, campaigns, holidays) before acting on it.
step-limit = I reached the limit of steps for one question, so a part of it is left unanswered; ask that part by itself.
