together-no-items = The store’s sales do not say which items were bought, so it cannot be told what goes together.
together-no-categories = The store’s items have no categories; ask for single items instead.
together-no-days = The store has data of { $period }; ask for days within.
together-both = { $one } + { $two }
together-basket = { $kind ->
    [orders] Orders
    [visits] Visits
   *[days] Customer days
}
together-with = Of 100 { $kind ->
    [orders] orders
    [visits] visits with a purchase
   *[days] shopping days of a customer
} with { $given }, { $hundred } also hold { $then } ({ $both } of { $of }): { $lift } times as many as chance would give.
together-best = The pair that sells together most is { $given } with { $then }: of 100 { $kind ->
    [orders] orders
    [visits] visits with a purchase
   *[days] shopping days of a customer
} with the first, { $hundred } also hold the second ({ $both } of { $of }), { $lift } times as many as chance would give.
together-with-list = Next (share of its { $kind ->
    [orders] orders
    [visits] visits
   *[days] days
} that hold them): { $list }.
together-list = Next ({ $kind ->
    [orders] orders
    [visits] visits
   *[days] days
} with both): { $list }.
together-closest = Closest tied are { $given } and { $then }: { $lift } times as many as chance would give ({ $both } of { $of } { $kind ->
    [orders] orders
    [visits] visits
   *[days] days
}).
together-three = Of 100 { $kind ->
    [orders] orders
    [visits] visits
   *[days] days
} with { $given }, { $hundred } also hold { $then } ({ $both } of { $of }).
together-guard = { $baskets } { $kind ->
    [orders] orders
    [visits] visits with a purchase
   *[days] shopping days (what one customer bought on one day)
} were counted and { $tested } { $level ->
    [one] candidates
   *[any] pairs
} tested. Only those are told that at least { $least } of them hold and that chance hardly explains (at most 5% of them may be false).
together-cause = That they are bought together does not prove that a bundle would sell more; try it out with a test group first.
together-none = Nothing is bought together more often than chance would give: of { $tested } pairs in { $baskets } { $kind ->
    [orders] orders
    [visits] visits with a purchase
   *[days] shopping days
}, none stands out in at least { $least }. { $level ->
    [item] Try whole categories, or a longer period.
   *[category] Try a longer period.
}
together-none-with = Nothing goes with { $name } more often than chance would give, in { $n } { $kind ->
    [orders] orders
    [visits] visits with a purchase
   *[days] shopping days
} that hold it (at least { $least } with both are needed). To show customers something beside it, ask for recommendations.
together-rare = { $name } is in { $n_value ->
    [0] no { $kind ->
        [orders] order
        [visits] visit with a purchase
       *[days] shopping day
    }
   *[other] only { $n } { $kind ->
        [orders] orders
        [visits] visits with a purchase
       *[days] shopping days
    }
}; at least { $least } are needed to say what goes with it.
