# What customer service says to a customer. "I" is the store's service.
service-status-pending = not yet sent
service-status-processed = being prepared for shipping
service-status-shipped = on its way
service-status-delivered = delivered
service-status-cancelled = cancelled
service-status-returned = returned
service-status-return-requested = already being returned
service-status-exchange-requested = already being exchanged

service-method-card = credit card ending in { $last }
service-method-credit-card = credit card
service-method-gift-card = gift card
service-method-paypal = PayPal account
service-method-wechat-pay = WeChat Pay
service-method-alipay = Alipay
service-method-other = other payment method
service-method-original = original payment method

service-reason-no-longer-needed = no longer needed
service-reason-ordered-by-mistake = ordered by mistake
service-reason-no-longer-wanted = no longer wanted
service-reason-faulty = faulty
service-reason-wrong-item = wrong item sent
service-reason-damaged-in-transit = damaged on the way

service-swap = { $old } becomes { $new }

# Before a change: exactly what will happen.
service-will-cancel = I will cancel order { $order } with { $items }; the reason is “{ $reason }”.
service-will-items = I will change order { $order }: { $swaps }.
service-will-order-address = I will send order { $order } to this address: { $address }.
service-will-payment = I will charge { $amount } for order { $order } to your { $method } and refund the same amount to your { $before }.
service-will-return = I will register your return from order { $order }: { $items }. The refund of { $amount } goes to your { $method } once the items are back.
service-will-exchange = I will register this exchange for order { $order }: { $swaps }.
service-will-address = I will change your address to: { $address }.
service-will-request-return = I will register your return from order { $order }: { $items }; the reason is “{ $reason }”. You get back { $amount }, the way you paid, once the items have been checked.
service-address-orders-stay = Orders already placed keep their own address.
service-items-only-once = Items can be changed only once; after that the order can be neither changed nor cancelled. Please check that this is everything you want to change.
service-exchange-only-once = An order can be exchanged only once, so please check that all items you want to exchange are listed.
service-ask-yes = Shall I go ahead? Please answer yes or no.

service-refund-card = { $amount } goes back to your { $method } at once.
service-refund-method = { $amount } goes back to your { $method } within { $fewest } to { $most } business days.
service-refund-at-once = The refund is there at once.
service-refund-days = The refund takes { $fewest } to { $most } business days.
service-difference-paid = The difference of { $amount } is charged to your { $method }.
service-difference-none = The price stays the same.
service-difference-card = The difference of { $amount } goes back to your { $method }.
service-difference-refunded = The difference of { $amount } goes back to your { $method } within { $fewest } to { $most } business days.
service-return-fee = { $fee } for return shipping has been taken off.

# After it.
service-done-cancel = Order { $order } with { $items } is cancelled; the reason noted is “{ $reason }”.
service-done-items = Order { $order } has been changed: { $swaps }.
service-done-order-address = Order { $order } will now go to: { $address }.
service-done-payment = Order { $order }: { $amount } has been charged to your { $method } and refunded to your { $before }.
service-done-return = Your return from order { $order } is registered: { $items }. { $amount } will be refunded to your { $method }.
service-done-exchange = Your exchange for order { $order } is registered: { $swaps }.
service-done-address = Your address is now: { $address }.
service-done-request-return = Your return from order { $order } is registered: { $items }; the reason noted is “{ $reason }”. You will get back { $amount }.
service-return-email = You will receive an e-mail that tells how to send the items back.
service-withdrawn = All right, nothing has been changed.

# Refusals: one polite sentence that names the rule.
service-not-recognised = Before I can help with orders or your account I need to know who you are: please give me your e-mail address, or your full name and postcode.
service-no-such-customer = I'm sorry, I could not find a customer with these details; please check them, or give me your e-mail address, or your full name and postcode.
service-several-customers = I'm sorry, these details fit more than one customer; please give me the e-mail address of your account.
service-other-customer = I'm sorry, in this conversation I can only help with the account recognised at its beginning.
service-too-many-attempts = I'm sorry, I could not recognise you, so a colleague will take over from here.
service-no-order = I'm sorry, I cannot find an order { $order } in your account; please check the number.
service-no-orders = There is no order in your account.
service-cancel-not-pending = I'm sorry, order { $order } can no longer be cancelled, because it is { $status }; only orders not yet sent can be.
service-cancel-reason = I'm sorry, an order can only be cancelled if it is no longer needed or was ordered by mistake.
service-items-changed-once = I'm sorry, the items of order { $order } have already been changed once; after that it can be neither changed nor cancelled.
service-items-not-pending = I'm sorry, the items of order { $order } can no longer be changed, because it is { $status }; only orders not yet sent can be.
service-address-not-pending = I'm sorry, the address of order { $order } can no longer be changed, because it is { $status }; only orders not yet sent can be.
service-payment-not-pending = I'm sorry, the payment of order { $order } can no longer be changed, because it is { $status }; only orders not yet sent can be.
service-payment-changed-once = I'm sorry, the payment of order { $order } has already been changed once and cannot be again.
service-return-not-delivered = I'm sorry, nothing of order { $order } can be returned, because it is { $status }; only delivered orders can be.
service-exchange-not-delivered = I'm sorry, nothing of order { $order } can be exchanged, because it is { $status }; only delivered orders can be.
service-too-late = I'm sorry, order { $order } was delivered { $passed } days ago, and items can be sent back within { $limit } days only.
service-no-items = Please tell me which items of order { $order } you mean.
service-item-not-in-order = I'm sorry, order { $order } does not have item { $item }, or not that often.
service-pairs = Please tell me one new item for each item to be replaced.
service-unknown-item = I'm sorry, there is no item { $item } in our shop.
service-other-product = I'm sorry, { $item } can only be replaced by another variant of the same product, not by { $product }.
service-same-item = { $item } is what you already have; please choose another variant.
service-not-available = I'm sorry, { $item } is not available at the moment.
service-no-method = I'm sorry, your account has no payment method { $method }; please choose one of those in your account.
service-same-method = That order is already paid with your { $method }; please choose another payment method.
service-gift-card-too-small = I'm sorry, your gift card holds { $balance } and cannot cover { $amount }.
service-refund-elsewhere = I'm sorry, a refund can only go to the original payment method or to a gift card of yours, not to your { $method }.
service-address-incomplete = Please give me the whole address: street, city, country and postcode.
service-no-details = I'm sorry, I cannot do that here for order { $order }; a colleague can help.
service-which-method = Please tell me which payment method should receive the refund: the one you paid with, or a gift card of yours.
service-needs-yes = Nothing has been changed; please answer with a clear yes if I may go ahead.
service-token-unknown = There is nothing of yours waiting for a confirmation, so nothing has been changed.
service-token-used = That has been confirmed already, so nothing has been changed again.
service-token-expired = That took too long to be confirmed, so nothing has been changed; please ask me once more.
service-token-stale = Something about it has changed in the meantime, so nothing has been changed; please ask me once more.

# Answers about the customer's own account, products and policies.
service-recognised = Thank you, { $name }, I have found your account.
service-order = Order { $order } is { $status }: { $items }, { $total } in all.
service-order-one = Order { $order } is { $status }: { $items }, { $total }.
service-order-changed = Its items have been changed once already.
service-order-arrived = It arrived on { $day }.
service-order-goes = Its shipping address is: { $address }.
service-order-tracking = Tracking number: { $tracking }.
service-order-paid = It was paid with your { $method }.
service-order-state = { $order } – { $status }
service-history = { $n_value ->
    [one] You have one order: { $orders }.
   *[other] You have { $n } orders: { $orders }.
}
service-history-latest = You have { $n } orders; the latest { $shown } are: { $orders }.
service-customer = You are registered as { $name }, e-mail { $email }, address { $address }.
service-customer-pays = You can pay with: { $methods }.
service-product = { $product } comes in { $n } variants, { $available } of them available, from { $low } to { $high }.
service-product-variants = Available: { $variants }.
service-product-one = { $product } is available for { $price }.
service-product-none = I'm sorry, { $product } is not available at the moment.
service-policy = Our policy “{ $policy }” says: “{ $text }”
service-no-policy = I'm sorry, our policies say nothing about that; a colleague can help.
service-handed-over = I am handing you over to a colleague, who has a summary of what we talked about. Please hold on.
service-bad-argument = I'm sorry, I cannot use the { $argument } given; please write it out once more.
service-products = { $n_value ->
    [one] One that fits is available: { $products }.
   *[other] { $n } that fit are available, from { $low } to { $high }, such as: { $products }.
}
service-products-not-low-to-high = I'm sorry, we have none of these between { $low } and { $high } at the moment.
service-products-not-low = I'm sorry, we have none of these from { $low } up at the moment.
service-products-not-high = I'm sorry, we have none of these for { $high } or less at the moment.
service-products-none = I'm sorry, none of these is available at the moment: { $products }.

service-puzzled = I'm sorry, I did not quite understand that; you can ask me about your orders, returns, exchanges, your account, our products and our policies.
service-with-colleague = A colleague has your conversation now and will reply here.
service-handed-over-upset = I'm sorry for the trouble. I am handing you over to a colleague at once, who has a summary of what we talked about.
service-stars = Please give one to five stars.
service-nobody = a customer not yet recognised
service-summary = Hand-over of { $user }, because { $reason }.
service-summary-said = The customer wrote: { $said }.
service-because-asked = the customer asked for a person
service-because-stuck = the service could not help
service-because-upset = the customer is upset
service-because-out-of-scope = the matter is beyond what the service may do
service-because-not-recognised = the customer could not be recognised
