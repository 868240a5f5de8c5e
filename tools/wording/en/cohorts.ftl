cohorts-none = Nobody placed a first order in that time. Ask for another period, or leave it out to see all cohorts.
cohorts-too-young = The { $n } customers looked at first ordered so lately that no { $by } after is over yet, so who comes back cannot be told.
cohorts-answer = Of { $n } customers, { $back } ({ $share }) ordered again in the { $by } after the one of their first order.
cohorts-further = { $period } { $by }s after their first order, { $share } of the { $n } customers old enough ordered.
cohorts-differ = Best are customers who first ordered in { $best }: { $best_share } of { $best_n } ordered again in the { $by } after; worst those of { $worst }, with { $worst_share } of { $worst_n }. That is more than chance; the season or a campaign may be why.
cohorts-alike = The cohorts do not differ beyond chance: the best ({ $best }, { $best_share } of { $best_n }) and the worst ({ $worst }, { $worst_share } of { $worst_n }) may well be alike.
cohorts-spent = A customer spends { $first } on average in the { $by } of the first order and { $after } in the { $periods } { $by }s after ({ $n } customers).
cohorts-spent-most = Up to the third { $by } after, customers who first ordered in { $best } spent most, { $most } each ({ $best_n } customers); those of { $worst } least, { $least } each ({ $worst_n }). Their spread was not tested.
cohorts-censored = A { $by } that is not over yet is left empty; only cohorts old enough count in each figure. Customers may skip a { $by } and come back later.
cohorts-first = The data begin on { $day }, so the first cohort holds customers who had bought before; it looks more loyal than new customers are. It stands in the table but counts in no figure told.
cohorts-few = { $n_value ->
    [one] One cohort of fewer than { $least } customers is
   *[other] { $n } cohorts of fewer than { $least } customers are
} not shown.
