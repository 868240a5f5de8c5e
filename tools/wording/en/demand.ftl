demand-no-sales = The store has no orders or purchases yet, so nothing can be forecast. Add them with “storewise import”.
demand-no-items = The store’s orders do not say which items were bought, so single items cannot be forecast; orders and revenue of the whole store can.
demand-no-stock = The store’s items say nothing of their stock, so it cannot be told when they run out. Import items with a stock column.
demand-short = There are { $days } days of sales; a forecast needs at least { $least }.
demand-horizon = Ask for 1 to { $most } days ahead.
demand-lead = A delivery takes 0 to { $most } days; give the days from order to delivery.
demand-too-far = { $days } days of sales allow a forecast of at most { $most } days ahead. Ask for fewer days, or import a longer history.
demand-few-people = Fewer than { $least } customers fit these filters, so they are not told apart. Take a wider group.
demand-stock-filter = Stock is the same for all customers and channels; filter items by brand or category only.
demand-too-short = There is not enough data for a forecast: { $days } days of sales, and at least { $least } are needed to try one out.
demand-never-sold = { $scope ->
    [all] Nothing was sold yet, so there is nothing to forecast from.
   *[some] { $name } has not sold yet, so there is nothing to forecast from.
}
demand-too-new = { $scope ->
    [all] The store
   *[some] { $name }
} is too new for a forecast: it has sold since { $first } ({ $days } days, { $n }{ $metric ->
    [revenue] {""}
    [orders] { $n_value ->
        [one] {" order"}
       *[other] {" orders"}
    }
   *[units] { $n_value ->
        [one] {" unit"}
       *[other] {" units"}
    }
}), and at least { $least } days are needed.
demand-total = { $scope ->
    [all] About { $n }{ $metric ->
        [revenue] {" in revenue is"}
        [orders] {" orders are"}
       *[units] {" units are"}
    } expected in the next { $days } days ({ $period }).
   *[some] For { $name }, about { $n }{ $metric ->
        [revenue] {" in revenue is"}
        [orders] {" orders are"}
       *[units] {" units are"}
    } expected in the next { $days } days ({ $period }).
} Most likely ({ $rate }): between { $low } and { $high }.
demand-before = The { $days } days before brought { $n }{ $metric ->
    [revenue] {""}
    [orders] {" orders"}
   *[units] {" units"}
}, so that is { $way ->
    [same] about the same.
    [more] { $change } more.
   *[less] { $change } less.
}
demand-festival = { $name } falls in these days. { $years_value ->
    [1] The last time
   *[other] In the last { $years } years
} its days sold { $factor } times the usual{ $years_value ->
    [1] ; that was seen once only, so it may well turn out otherwise.
   *[other] .
}
demand-busiest = Most is expected on { $period }: about { $n }{ $metric ->
    [revenue] {""}
    [orders] {" orders"}
   *[units] {" units"}
}.
demand-error = Tried out from { $trials } past dates, the sum of { $days } days was off by { $total } on average, against { $naive } for simply repeating the last week; a single day by { $day }, against { $naive_day }.
demand-untried = The history is too short to try this forecast out on past days, so take it as rough.
demand-method = { $best ->
    [naive] No model did better than repeating the last week, so that is the forecast.
    [pooled] It sells on some days only, so the forecast comes from { $model }.
   *[other] The forecast comes from { $model }, which did best when tried.
} Its scaled error of single days (MASE) was { $mase }, that of repeating the last week { $naive }.
demand-season = With { $months } months of data, seasons of the year beyond known festivals cannot be told yet.
demand-closed = { $days } of these days count as closed, as the store sold nothing on such days before.
demand-model-naive = the last week repeated
demand-model-mean-week = the mean of the last weeks, day by day
demand-model-ets = exponential smoothing (ETS)
demand-model-theta = the Theta method
demand-model-yearly = a split into trend, week and year (MSTL)
demand-model-croston = Croston’s method for items that sell now and then
demand-model-imapa = averages over growing spans of days (IMAPA), for items that sell now and then
demand-model-tsb = the TSB method for items that sell now and then
demand-model-combined = the mean of several models
demand-stock = { $n_value ->
    [0] No item { $scope ->
        [all] in stock
       *[some] of { $name } in stock
    } is likely to run out in the next { $days } days
    [one] One item { $scope ->
        [all] in stock
       *[some] of { $name } in stock
    } will likely run out in the next { $days } days
   *[other] { $n } items { $scope ->
        [all] in stock
       *[some] of { $name } in stock
    } will likely run out in the next { $days } days
}{ $gone_value ->
    [0] {""}
    [one] {" "}and one is sold out already
   *[other] {" "}and { $gone } are sold out already
}, out of { $items } that sell.
demand-stock-list = Next to run out (units left): { $list }.
demand-stock-first = First is { $item }: { $stock } in stock, about { $demand } asked for in { $days } days, likely gone by { $day }.
demand-stock-gone = Sold out and still asked for (units expected in { $days } days): { $list }.
demand-stock-stake = Sales of about { $n } are at stake in these { $days } days if nothing is reordered.
demand-stock-order = Order first (units): { $list }.
demand-stock-lead = { $assumed ->
    [yes] No delivery time was given, so { $lead } days are assumed;
   *[no] With { $lead } days from order to delivery,
} the quantity lasts, with { $service } certainty, until { $cover } days after it has come.
demand-stock-basis = An item counts when its chance to run out is { $least } or more. Demand is read from recent sales, raised or lowered for known festivals; days on which an item was sold out look like days without demand.
demand-stock-reorder = Order { $n } by { $day }.
demand-stock-none = { $name } is sold out; about { $demand } would be asked for in the next { $days } days.
demand-stock-ends = { $name } will likely run out by { $day }: { $stock } in stock, about { $demand } asked for in the next { $days } days. The chance to run out in these days is { $chance }.
demand-stock-lasts = { $name } will likely last the next { $days } days: { $stock } in stock, about { $demand } asked for. { $sure ->
    [yes] It is very unlikely to run out.
   *[no] The chance to run out is { $chance }.
}
demand-error-few = Tried out from { $trials } past dates, the sum of { $days } days was off by { $total } on average (of { $sold } sold), against { $naive } for simply repeating the last week.
demand-last-sale = The last sale was on { $day }; there was none in the { $days } days since.
demand-model-pooled = its own pace of late, drawn to that of its category
demand-with = { $name }
demand-without = all but { $name }
