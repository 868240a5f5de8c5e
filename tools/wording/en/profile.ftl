profile-who = Customer { $user } is in the segment “{ $segment }” ({ $definition }): { $orders_value ->
    [one] one order
   *[other] { $orders } orders
} so far, the last { $since_value ->
    [0] today
    [one] one day ago
   *[other] { $since } days ago
}.
profile-no-order = Customer { $user } is known but has not ordered yet.
profile-spent = Spent so far: { $spend }, { $mean } an order; { $less } of buyers spent less. RFM scores (1 to 5): recency { $r }, frequency { $f }, money { $m }.
profile-which = Which customer is meant? Name one by id, as in “Tell me about customer u01234”.
profile-unknown = No customer “{ $user }” is known in this store up to { $day }. Check the id.
profile-also = Segments by behaviour: { $list }.
profile-interests = Interests: { $list }. For { $first } the usual strength is { $usual }.
profile-interests-how = Interests are read from searches, views, carts, purchases and reviews by their meaning; recent ones count more, and few are pulled towards what customers usually like.
profile-no-interest = What this customer did points to no interest beyond the usual.
profile-habits = Habits over { $n } visits: { $list }.
profile-consent = This customer agreed to marketing.
profile-no-consent = This customer has not agreed to marketing: do not send any.
