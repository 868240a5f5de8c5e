prices-no-prices = The store’s data tell no prices paid, so what prices do to sales cannot be read from them. Import orders with their lines and unit prices.
prices-nothing-sold = Nothing was sold in the store’s data, so what prices do to sales cannot be told.
prices-never-moved = Hardly any price ever moved in the store’s data, so they cannot tell what a price does to sales. Change a few prices for some weeks, then ask again.
prices-unknown-item = The store’s data know no sales of “{ $item }”, so what its price does cannot be told. Check the name, or ask about its category.
prices-none-left = No item that was sold fits that description. Try a wider one.
prices-filter = “{ $given }” does not pick out items. Write it as “dimension=value”; items can be picked by { $known }.
prices-to-raise = raise
prices-to-lower = lower
prices-to-keep = keep
prices-to-test = cannot tell; test it
prices-to-unmoved = cannot tell; price never moved
prices-to-few = cannot tell; too few sold
prices-to-below_cost = sold below cost
prices-advise = { $way ->
    [raise] Raise
   *[lower] Lower
} the price of { $item } from { $now } to { $price }: that should bring { $gain } more { $target } in { $days } days ({ $low } to { $high } allowing for chance), with unit sales changing by { $sold }{ $bound ->
    [highest] . It is the highest price looked at, { $beyond } above the highest ever charged
    [lowest] . It is the lowest price looked at, { $beyond } below the lowest ever charged
    [cost] . It is the lowest price looked at, just above cost
    [step] . That is as far as one move should go, { $step } from today’s price; see how it does, then ask again
   *[none] {""}
}.
prices-keep = Keep the price of { $item } at { $now }: no other price within reach should bring noticeably more { $target }.
prices-test = Keep the price of { $item } at { $now } for now: the data cannot tell whether another price pays. The best guess, { $price }, would change { $target } by { $gain } in { $days } days, but anything from { $low } to { $high } is possible; test it before you decide.
prices-few = The data cannot tell which price of { $item } is best: { $recent_value ->
    [0] none was sold in the last { $window } days, so no price change can show
    [one] only { $recent } unit was sold in the last { $window } days, too few for a price change to matter much
   *[other] only { $recent } units were sold in the last { $window } days, too few for a price change to matter much
}.
prices-unmoved = The data cannot tell what the price of { $item } does to its sales: it was { $now } all along. Change it for a few weeks, then ask again.
prices-below-cost = { $item } is sold at { $now }, no more than the { $cost } it costs: each sale loses money. Set a price above cost first; from sales at a loss no best price can be told.
prices-no-cost = What { $item } costs the store is not known, so the most profitable price cannot be told. Add its cost, or ask for the price that brings most revenue.
prices-item = When { $item } gets { $step } dearer, { $counted ->
    [orders] orders with it
   *[units] its unit sales
} change by { $change } ({ $low } to { $high } allowing for chance; elasticity { $elasticity }), judging by { $n } { $counted ->
    [orders] orders
   *[units] units
} at prices from { $lowest } to { $highest }. Its own sales carry { $own } of that estimate; the rest is borrowed from { $within ->
    [yes] other { $category }
   *[no] the store’s other items
}.
prices-borrowed = { $within ->
    [yes] Other { $category } in the store
   *[no] Other items of the store
} suggest that { $counted ->
    [orders] orders
   *[units] unit sales
} change by { $change } ({ $low } to { $high }) when the price rises by { $step }; whether that holds for { $item } is not known.
prices-worth = { $n_value ->
    [one] One price is worth changing; it should bring this much more { $target } in { $days } days: { $list }
   *[other] { $way ->
        [raise] Raising the prices of these items is worth most
        [lower] Lowering the prices of these items is worth most
       *[both] Changing the prices of these items is worth most
    }, by what it should add to { $target } in { $days } days: { $list }
}. The table has each price and its range.
prices-no-move = No price change can be told to bring more { $target }: keep the prices, and test where the table says so.
prices-overall = { $within ->
    [yes] In { $scope }, when
   *[no] Across the store, when
} an item gets { $step } dearer, { $counted ->
    [orders] orders with it
   *[units] its unit sales
} change by { $change } ({ $low } to { $high } allowing for chance; elasticity { $elasticity }), judging by { $n } { $counted ->
    [orders] order lines
   *[units] units sold
}.
prices-verdicts = Of { $n } { $n_value ->
    [one] item
   *[other] items
}, a higher price surely pays for { $up_value ->
    [0] none
   *[other] { $up }
} and a lower one for { $down_value ->
    [0] none
   *[other] { $down }
}{ $keep_value ->
    [0] {""}
    [one] ; { $keep } is best left as it is
   *[other] ; { $keep } are best left as they are
}{ $unknown_value ->
    [0] {""}
   *[other] ; for { $unknown } the data cannot tell
}{ $below_value ->
    [0] {""}
    [one] ; { $below } is sold below cost
   *[other] ; { $below } are sold below cost
}.
prices-categories = Customers respond most to prices of { $most } and least to those of { $least }; the figures are the change in unit sales when a price rises by { $step }.
prices-categories-alike = The categories respond to prices alike as far as chance lets us tell: from { $most } to { $least } when a price rises by { $step }.
prices-attention = { $sure ->
    [yes] A price { $step } lower also changes how often an item is looked at, by { $change } ({ $low } to { $high }), so part of the response is attention, which a price alone may not bring.
   *[no] Prices do not visibly change how often items are looked at ({ $low } to { $high } for a price { $step } lower), so it is the decision to buy that responds.
}
prices-cross = { $sure ->
    [yes] When the other items of its category get { $step } dearer, an item’s unit sales change by { $change } ({ $low } to { $high }), so what one item loses another may win.
   *[no] Whether items of a category take sales from each other cannot be told: when the others get { $step } dearer, an item’s unit sales change by { $low } to { $high }.
}
prices-method = This is read from the store’s own price changes ({ $days }), in { $counted ->
    [orders] orders with the item, as single bulk orders would drown all else,
   *[units] units sold,
} with every item’s usual level, what moved the whole store { $kind ->
    [views] on each day
   *[paid] in each week
} (festivals, promotions) and each category’s month taken out; { $kind ->
    [views] prices are those shown, coupons not counted
   *[paid] prices are those paid, without coupons and without bulk or trade prices that stand beside the usual one
}. Prices were not changed at random, so a cause of its own behind a change would mislead.
prices-assumed = Sales are taken to follow price in the same proportion throughout, and competitors not to react; prices looked at stay within { $step } of today’s and { $beyond } of those ever charged{ $target ->
    [profit] {" "}and at least { $margin } above cost
   *[revenue] {""}
}.
prices-revenue = What the items cost is not known, so this is about revenue; the price that brings most profit is higher.
prices-all = Taken together, the { $n } items lie rather { $way ->
    [raise] low: { $move } dearer
   *[lower] high: { $move } cheaper
}, they should bring { $gain } more { $target } in { $days } days ({ $low } to { $high }), provided that items moved together respond as items moved one by one did. Try it on some of them first.
prices-most = Customers surely respond more than usual to the prices of { $n_value ->
    [one] { $n } item
   *[other] { $n } items
}; most to { $list }, the change in unit sales when the price rises by { $step }.
prices-least = Customers surely respond less than usual to the prices of { $n_value ->
    [one] { $n } item
   *[other] { $n } items
}; least to { $list }, the change in unit sales when the price rises by { $step }.
prices-items-alike = No single item’s customers can be told to respond more, or less, to its price than the rest: the sales of one item say too little.
