funnel-whole = Of { $n_visit } { $who ->
    [users] visitors
   *[visits] visits
 } { $when }, { $n_view } viewed a product, { $n_cart } put something in the cart and { $n_purchase } ended in a purchase, which is { $rate } in all.
funnel-whole-short = Of { $n_visit } { $who ->
    [users] visitors
   *[visits] visits
 } { $when }, { $n_view } viewed a product and { $n_purchase } ended in a purchase, which is { $rate } in all.
funnel-lost = Most are lost { $step ->
    [view] before a product is viewed
    [cart] between viewing a product and the cart
    [direct] between viewing a product and buying
   *[purchase] between the cart and buying
 }: { $when }, { $lost } { $who ->
    [users] visitors
   *[visits] visits
 } went no further, { $share } of those that got that far.
funnel-step = { $step ->
    [view] Of all { $who ->
        [users] visitors
       *[visits] visits
     } { $when }, { $kept } viewed a product and { $share } did not
    [cart] Of the { $who ->
        [users] visitors
       *[visits] visits
     } that viewed a product { $when }, { $kept } went on to the cart and { $share } did not
    [direct] Of the { $who ->
        [users] visitors
       *[visits] visits
     } that viewed a product { $when }, { $kept } went on to buy and { $share } did not
   *[purchase] Of the { $who ->
        [users] visitors
       *[visits] visits
     } with something in the cart { $when }, { $kept } went on to buy and { $share } did not
 }.
funnel-each = Conversion rate from visit to purchase { $when }: { $list }.
