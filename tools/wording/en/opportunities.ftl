opportunity-gain = { $gain } of { $basis ->
    [revenue] revenue
   *[profit] profit
} in the next { $days } days (likely between { $low } and { $high })
opportunity-who = { $by ->
    [device] visits on { $group }
    [channel] visits from { $group }
   *[category] visits to { $group }
}
opportunity-step = { $stage ->
    [visits] put something in the cart
   *[carts] buy what is in the cart
}
opportunity-funnel-fell = Fewer { opportunity-who } { opportunity-step } than before: { $rate } of { $n } over the last { $weeks } weeks, where { $usual } would be expected from the { $before } weeks before and how everyone else moved. If half of that gap closed, it would bring { opportunity-gain }.
opportunity-funnel-fell-name = { $group }: { $stage ->
    [visits] fewer reach the cart than before
   *[carts] more carts are left than before
}
opportunity-funnel-fell-next = Look at what changed for { opportunity-who } in those weeks: pages, prices, stock, delivery, ways to pay.
opportunity-funnel-peers = Of visits on { $group } with something in the cart, { $rate } end in a purchase over the last { $weeks } weeks, against { $usual } on other devices. If half of that gap closed, it would bring { opportunity-gain }.
opportunity-funnel-peers-name = { $group }: checkout converts less than on other devices
opportunity-funnel-peers-next = Go through the checkout on { $group } yourself, from cart to payment, and test a shorter one.
opportunity-place = { $by ->
    [device] on { $group }
    [channel] from { $group }
   *[country] in { $group }
}
opportunity-sales-fell = Orders { opportunity-place } lose ground: { $n } orders over the last { $weeks } weeks are { $rate } of all, where it would be { $usual } had they kept the share of the { $before } weeks before. If half of that is won back, it brings { opportunity-gain }.
opportunity-sales-fell-name = { $group }: a smaller part of orders than before
opportunity-sales-fell-next = Look at what changed { opportunity-place }: advertising, delivery, competitors, campaigns that ended.
opportunity-returns = { $item } comes back more than other items: { $back } of { $n } orders ({ $rate }) were sent back, at least in part, against { $usual } of all others. If half of that excess is spared, it brings { opportunity-gain }, the handling of returns not counted.
opportunity-returns-name = { $item }: sent back more than others
opportunity-returns-next = Read why { $item } is sent back in its reviews; correct size, picture or description on its page, or the item itself.
opportunity-segment = { $may } of the { $people } customers in “{ $segment }” may be written to. Those who stood there 30 days ago ordered in { $rate } of cases since. If a campaign lifts that by { $lift }, as the average of { $k } past campaigns with a holdout did, it brings { opportunity-gain }, before the cost of offer and sending.
opportunity-segment-name = A campaign for “{ $segment }”
opportunity-segment-next = Draft a campaign for “{ $segment }” and hold some of them out, so that its effect can be told.
opportunity-stock-out = { $n_value ->
    [one] One item that still sells is
   *[other] { $n } items that still sell are
} more likely than not to run out in the next { $days } days ({ $gone } already gone). What will be missed most: { $list }. Having what will be asked for would bring { opportunity-gain }.
opportunity-stock-out-name = { $n_value ->
    [one] Reorder one item before it is missed
   *[other] Reorder { $n } items before they are missed
}
opportunity-stock-out-next = Order { $order } units in all now; the forecast of demand lists how many of each.
opportunity-stock-idle = { $n_value ->
    [one] One item has
   *[other] { $n } items have
} more stock than { $idle } days of good sales would use; what lies beyond cost { $tied }, most of it in { $list }. At a carrying cost of { $rate } a year (a rule of thumb, not a figure of this store), selling half of it on at cost saves { $gain } in the next { $days } days (between { $low } and { $high }).
opportunity-stock-idle-name = Clear idle stock of { $n_value ->
    [one] one item
   *[other] { $n } items
}
opportunity-stock-idle-next = Order no more of these, bundle them with what sells, or mark them down.
opportunity-price-raise = { $n_value ->
    [one] One item would
   *[other] { $n } items would
} earn more at a higher price, judging by how its buyers met past price changes; first { $list }, with the price that earns most. All of it together would bring { opportunity-gain }.
opportunity-price-raise-name = Raise the price of { $n_value ->
    [one] one item
   *[other] { $n } items
}
opportunity-price-raise-next = Raise these prices in one step within what was charged before, and look again after four weeks.
opportunity-price-lower = { $n_value ->
    [one] One item would
   *[other] { $n } items would
} earn more at a lower price, judging by how its buyers met past price changes; first { $list }, with the price that earns most. All of it together would bring { opportunity-gain }.
opportunity-price-lower-name = Lower the price of { $n_value ->
    [one] one item
   *[other] { $n } items
}
opportunity-price-lower-next = Lower these prices in one step within what was charged before, and look again after four weeks.
opportunity-rating-fell = The ratings of { $item } fell to { $now } stars over the last { $lately } days ({ $n } ratings), from { $before } before ({ $n_before }). If half of that is won back and a star is worth 5–9% of revenue (restaurants, Luca 2016; not measured here), it brings { opportunity-gain }.
opportunity-rating-fell-name = { $item }: ratings fell
opportunity-rating-fell-next = Read the latest reviews of { $item } and look at its last delivery from the supplier.
opportunity-complaints = { $share } of the { $n } ratings of { $item } are complaints (1–2 stars), where { $usual } are usual here. If half of the gap to the store’s mean rating closes and a star is worth 5–9% of revenue (restaurants, Luca 2016; not measured here), it brings { opportunity-gain }.
opportunity-complaints-name = { $item }: more complaints than usual
opportunity-complaints-next = Read what the bad reviews of { $item } complain about, and mend it or say it on the page.
opportunity-festival = { $festival } lies ahead ({ $when }). It sold { $factor } times as much as ordinary days { $years_value ->
    [one] the one time it was seen
   *[other] in the { $years } years it was seen
}. At stake beyond ordinary days: { opportunity-gain }, if it does so again. Much of that comes by itself, as long as the goods are there.
opportunity-festival-name = Prepare for { $festival }
opportunity-festival-next = Check the stock of what sold best in { $festival } before, and have the campaign ready a week ahead.
opportunity-category-season = The season of { $category } comes: in the coming { $weeks } weeks a year ago it made up { $share } of units sold, against { $usual } now. If that repeats itself, it brings { opportunity-gain } more than in the last { $days } days.
opportunity-category-season-name = The season of { $category } comes
opportunity-category-season-next = Put { $category } on the first page and check its stock now.
opportunities-none = Nothing stands out beyond chance: none of the { $n } comparisons that were made holds up.
opportunities-nothing = Nothing was found: there was nothing to compare.
opportunities-more = Further: { $list }.
opportunities-guard = { $n } comparisons were made; of what is listed, one in twenty may still be chance. Some overlap, so the gains do not add up.
opportunities-profit = Gains are in profit: what customers pay less what the items cost.
opportunities-revenue = Gains are in revenue, as the costs of most items are unknown.
opportunities-lacking = { $focus } could not be looked at: { $reason }
opportunities-no-prices = The sales have no prices or items, so no opportunity can be valued. Import orders with their lines and prices, or ask for the funnel.
opportunities-no-campaigns = No three past campaigns with people held out are known, so what a message brings here cannot be told. Plan a test first.
opportunities-short = At least { $days } days of data are needed for that.
