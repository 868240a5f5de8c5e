items-not-trained = What to recommend has not been learned for this store yet. Run “storewise train” once, then ask again.
items-too-short = The data cover too few days to learn what to recommend: at least six days of visits or orders are needed, better several months.
items-too-few-buyers = Too few customers bought anything in the recent periods to learn what to recommend. Import a longer history, or ask what is bought together with an item.
items-none = Nothing that is in stock fits. Ask about another category, or leave the category out.
items-user = { $n_value ->
    [0] Nothing fits customer { $user } at the moment
    [one] Show customer { $user } { $list } next
   *[other] Show customer { $user } these { $n } items next, best first: { $list }
}.
items-unknown-user = No customer “{ $user }” is known from visits or orders, so these are simply what sells best to everyone{ $within ->
    [yes] {" "}in { $category }
   *[no] {""}
} in the last { $days_value ->
    [one] day
   *[other] { $days } days
}: { $list }.
items-everyone = { $within ->
    [yes] In { $category }, what
   *[no] What
} to show everyone, by what sold most in the last { $days_value ->
    [one] day
   *[other] { $days } days
}: { $list }.
items-assumed = No customer and no item was named, so one list for everyone is given; name a customer for a list of their own.
items-together = With { $item }, customers most tellingly buy { $list } times as often as chance would have it, judging by the { $baskets } baskets with it among { $all }.
items-alike = Customers interested in { $item } are also interested in { $list }.
items-together-few = { $item } was in only { $baskets_value ->
    [one] { $baskets } basket
   *[other] { $baskets } baskets
}, and nothing was bought together with it { $least } times or more, so this is what the same customers viewed or bought, not what they bought in one go.
items-together-none = Too little is known of { $item } to say what goes with it: it was in { $baskets_value ->
    [0] no basket
    [one] { $baskets } basket
   *[other] { $baskets } baskets
}, and fewer than { $least } customers wanted it together with any other item.
items-first = { $item } comes first: { $reason }.
items-second = { $item } comes second: { $reason }.
items-quality = Tried out on { $period }, days not learned from: of { $users } customers who bought, { $rate } bought at least one of the ten items listed for them ({ $low } to { $high } allowing for chance); a list of what sells most managed { $base }.
items-trained = What to recommend was last learned from data up to { $day }; later visits and orders are taken into account, but not yet learned from. Run “storewise train” to renew it.
items-in-stock = { $n_value ->
    [0] Everything listed is in stock.
    [one] Only what is in stock is listed; { $n } item of the store is not.
   *[other] Only what is in stock is listed; { $n } items of the store are not.
}
items-stock-unknown = The store’s data do not say what is in stock, so some of this may be sold out.
items-why-rebuys = bought it { $times } times, about every { $gap } days, last { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago
items-why-bought = bought it { $times_value ->
    [one] once
   *[other] { $times } times
}, { $times_value ->
    [one] {""}
   *[other] last{" "}
}{ $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago
items-why-cart = put it in the cart { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago and has not bought it
items-why-wished = put it on the wish list { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago and has not bought it
items-why-viewed = viewed it { $times_value ->
    [one] once
   *[other] { $times } times
}, { $times_value ->
    [one] {""}
   *[other] last{" "}
}{ $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago
items-why-near = { $both } of the { $users } customers who viewed or bought { $anchor }, as this customer did, were interested in this too, { $lift } times as often as chance
items-why-like = similar to { $anchor }, which this customer viewed or bought
items-why-category = { $share } of this customer’s recent interest is in { $category }
items-why-popular = among what sells most: bought { $sold } times in the last { $days_value ->
    [one] day
   *[other] { $days } days
}
items-why-general = liked by customers with similar tastes, though too few bought it lately to count
items-why-together = bought together with it in { $both } of { $baskets } baskets, { $lift } times as often as chance
items-why-shared = { $both } of the { $users } customers who viewed or bought it were interested in this too, { $lift } times as often as chance
