lifetime-not-trained = The model of customer lifetime value has not been trained for this store yet. Run “storewise train” once, then ask again.
lifetime-too-short = The data cover too few days to learn when customers buy again: at least four days with orders are needed, better several months.
lifetime-too-few-customers = Too few customers bought again in the recent periods to learn from, so nothing is predicted. Import a longer history with orders, then run “storewise train”.
lifetime-no-prices = The orders of this store have no prices, so nobody’s value can be told. Import orders with prices, or ask who is at risk of leaving, which needs none.
lifetime-never-bought = Customer “{ $user }” has been here but has not bought anything up to { $day }, so there is no order to judge from. Ask how likely this customer is to buy instead.
lifetime-revenue = revenue
lifetime-margin = margin
lifetime-user = Customer { $user } is expected to bring { $value } of { $basis } in the next { $days } days ({ $period }); the average customer brings { $mean }.
lifetime-user-range = { $low_value ->
    [0] Of customers expected to be worth about as much, { $rate } brought { $high } or less.
   *[other] For customers expected to be worth about as much, it was between { $low } and { $high } in { $rate } of cases.
}
lifetime-user-why = About { $purchases } orders are expected in that time; orders so far were worth { $spend } of { $basis } on average. The customer { $reason }.
lifetime-user-rank = { $more_value ->
    [0] Of all { $users } customers who have bought before, none is worth more.
    [one] Of all { $users } customers who have bought before, only one is worth more.
   *[other] Of all { $users } customers who have bought before, { $more } are worth more.
}
lifetime-many = In the next { $days } days ({ $period }), the { $users } customers who have bought before are expected to bring { $total } of { $basis }, { $mean } each on average.
lifetime-range = The sum will most likely ({ $rate }) lie between { $low } and { $high }, judging by chance and by how far past periods strayed from what was expected of them.
lifetime-first = The most valuable are expected to be { $list }.
lifetime-list = The { $n } customers expected to bring the most { $basis } in the next { $days } days ({ $period }){ $more ->
    [yes] {" "}begin with
   *[other] {" "}are
} { $list }{ $more ->
    [yes] ; the rest are in the table
   *[other] {""}
}.
lifetime-top-tenth = The most valuable tenth of these customers is expected to bring { $share } of the sum.
lifetime-basis-margin = Value here is margin: what customers pay less discounts and less what the items cost the store.
lifetime-basis-revenue = Value here is revenue, as the costs of most items are unknown; it counts no cost.
lifetime-new = Customers who have yet to place their first order are not counted.
lifetime-quality = Tried out on { $period }, days the model had not seen, the tenth it ranked highest brought { $share } of all { $basis } (the same number of customers picked by what they spent just before: { $naive }), and it expected { $ratio } times what came in all.
lifetime-beyond = The data are long enough to try this out over { $tried } days only; what lies beyond is carried on by a standard model of customers (BG/NBD), so take it as rough.
lifetime-dependence = Customers who buy more often also spend { $direction ->
    [more] more
   *[less] less
} an order here (rank correlation { $dependence }), which the model of spending assumes they do not, so values far ahead may be off.
lifetime-trained = The model was last trained on data up to { $day }; later orders are taken into account, but it has not learned from them yet. Run “storewise train” to renew it.
timing-not-trained = The model of the next order has not been trained for this store yet. Run “storewise train” once, then ask again.
churn-user = The risk that customer { $user } places no order in the next { $days } days ({ $period }) is { $risk }; the average customer’s is { $mean }.
churn-user-why = The customer { $reason }.
churn-user-value = This customer is expected to bring { $value } of { $basis } in the next { $days } days; { $stake } of that, the value times the risk, is at risk.
churn-many = Of the { $users } customers who have bought before, about { $lost } ({ $share }) will probably place no order in the next { $days } days ({ $period }).
churn-among = Counted are customers of “{ $segment }” who have bought: { $rule }.
churn-range = That number will most likely ({ $rate }) lie between { $low } and { $high }.
churn-list = Most worth keeping, by the value at risk: { $list }.
churn-list-risk = Most at risk: { $list }.
churn-top = First on the list is customer { $user }, with a risk of { $risk }: the customer { $reason }.
churn-value = In the next { $days } days they are expected to bring { $value } of { $basis }; { $stake } of that, each one’s value times the risk, is at risk.
churn-order = The list is ordered by value at risk: the risk times what a customer is expected to bring in the next { $days } days. Someone who is as good as lost, or never spent much, stands lower than a good customer who is late.
churn-order-risk = The list is ordered by risk alone, as the orders have no prices.
churn-quality = Tried out on { $period }, days the model had not seen, { $observed } of customers placed no order where { $expected } was expected, and of two customers it told right who would order first in { $concordance } of cases (guessing: 50%).
churn-beyond = The data are long enough to try this out over { $tried } days only; what lies beyond is carried on by a standard model of customers (BG/NBD), so take it as rough.
churn-trained = The model was last trained on data up to { $day }; later orders are taken into account, but it has not learned from them yet. Run “storewise train” to renew it.
next-user-between = Customer { $user } will most likely ({ $rate }) order next between { $first } and { $last }.
next-user-by = Customer { $user } will most likely ({ $rate }) order next by { $last }.
next-user-not = Customer { $user } will most likely ({ $rate }) not order within the next { $days } days, that is, not by { $last }.
next-user-open = When customer { $user } orders next cannot be narrowed down enough to name days that would hold in { $rate } of cases.
next-user-chances = The chance of an order is { $shown ->
    [one] { $n1 } within { $days1 } days
    [two] { $n1 } within { $days1 } days and { $n2 } within { $days2 } days
   *[three] { $n1 } within { $days1 } days, { $n2 } within { $days2 } days and { $n3 } within { $days3 } days
}.
next-user-median = It is as likely as not to have come by { $day }.
next-user-why = The customer { $reason }.
next-user-what = The likeliest items are { $items }.
next-many = Of the { $users } customers who have bought before, { $shown ->
    [one] about { $n1 } are expected to order within { $days1 } days
    [two] about { $n1 } are expected to order within { $days1 } days and { $n2 } within { $days2 } days
   *[three] about { $n1 } are expected to order within { $days1 } days, { $n2 } within { $days2 } days and { $n3 } within { $days3 } days
}.
next-many-range = Most likely ({ $rate }), { $days_value ->
    [one] one day
   *[other] { $days } days
} will bring between { $low } and { $high } of them.
next-first = The soonest are expected to be { $list } ({ $days_value ->
    [one] chance of an order tomorrow
   *[other] chance of an order within { $days } days
}).
next-quality = Tried out on { $period }, days the model had not seen, { $held } of the ranges told held, where { $rate } should; of two customers it told right who would order first in { $concordance } of cases (guessing: 50%).
next-new = First orders of new customers come on top.
customer-rhythm = usually orders every { $gap_value ->
    [one] day
   *[other] { $gap } days
}; last order { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago{ $later ->
    [yes] , last seen { $seen_value ->
        [one] { $seen } day
       *[other] { $seen } days
    } ago
   *[no] {""}
}
customer-once = has ordered on one day only, { $days_value ->
    [one] { $days } day
   *[other] { $days } days
} ago{ $later ->
    [yes] , last seen { $seen_value ->
        [one] { $seen } day
       *[other] { $seen } days
    } ago
   *[no] {""}
}
