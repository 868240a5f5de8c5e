# How customer service talks: greetings, sympathy, questions back and next steps.
talk-welcome = Hello, and welcome to { $store }. I can look up your orders, cancel or return something, change an address or a payment, and answer questions about our products and policies. How can I help?
talk-hello = Hello, thank you for writing to us.
talk-hello-name = Hello { $name }, thank you for writing to us.
talk-hello-again = Hello again!
talk-brand = { $text }
talk-how = How can I help you today?
talk-can = I can look up your orders, cancel or return something, change an address or a payment, and answer questions about our products and policies.
talk-you-are-welcome = You're welcome!
talk-goodbye = Thank you for writing to us. Have a good day!
talk-else = Is there anything else I can do for you?
talk-gladly = I'll gladly help you with that.
talk-warm = Thank you for your patience; I'm happy to help.
talk-warm-close = If anything is still unclear, just write to me. I'm here for you.
talk-formal-hello = Dear customer,
talk-formal-hello-name = Dear { $name },
talk-formal-close = Kind regards, { $store } customer service
talk-thanks-for = Thank you.

talk-sorry-parcel = I'm sorry your parcel is keeping you waiting.
talk-sorry-item = I'm sorry about that; it is not how your order should have reached you.
talk-sorry-refund = I'm sorry you have had to wait for your money.
talk-sorry-fit = I'm sorry it wasn't right for you.

talk-sorry-charge = I'm sorry about the trouble with your payment; we will put right whatever was taken wrongly.
talk-charge-colleague = I cannot see payments myself, so a colleague will compare what was charged with your order.
talk-cancel-whole = Single items cannot be taken out of an order: it can only be cancelled as a whole. Order { $order } holds { $items }.
talk-ask-whole = Would you like me to cancel the whole order?
talk-no-variants = I'm sorry, { $item } comes in this one version only, so there is no other size, colour or model of it to exchange it for.
talk-next-swap = You can send it back for a refund and order what you like better. Shall I prepare the return?
talk-next-swap-early = As it has not been sent yet, I can cancel the order, and you order what you like better. Would you like that?
talk-faster = A refund is the quicker way: I can register the return at once, while a repair or a replacement has to be arranged by a colleague.

# What has to be asked first.
talk-which-order = Which order do you mean?{ $orders }
talk-order-choice = { $order } ({ $status }): { $items }
talk-which-items = Which items of order { $order } do you mean: { $items }?
talk-why-cancel = May I ask why you would like to cancel order { $order } ({ $items }): is it no longer needed, or was it ordered by mistake?
talk-why-return = May I ask why you would like to send back { $items } from order { $order }: is it no longer wanted, faulty, damaged on the way, or not what you ordered?
talk-which-variant = What would you like instead of { $item }? Available: { $variants }.
talk-need-address = Please write me the whole new address: street and number, city, country and postcode.
talk-need-method = Which payment method would you like to use? Your account has: { $methods }.
talk-need-code = Thank you. Please tell me the postcode of the new address as well.
talk-need-postcode = Please tell me the postcode of your address as well.
talk-need-name = Please tell me your full name as well.
talk-which-product = Which product do you mean? Please tell me its name or a part of it.
talk-describe = Could you tell me in a sentence what you need?
talk-no-words = I'm sorry, I could not read any words in that message.
talk-long = Your message is very long, so I have read its beginning only.

# Around a change.
talk-not-yet = Nothing has been changed yet.
talk-clear-yes = To be on the safe side I need a clear “yes” before I change anything.
talk-next = I will come to the rest of your message right after this.
talk-now-rest = Now to the rest of your message.
talk-dropped = All right, I'll leave it as it is.
talk-refused-next = If you like, I can hand this to a colleague.

# What to do next.
talk-next-parcel = Should it not turn up, tell me and I will have a colleague look for it.
talk-next-policy = If this is about an order of yours, tell me which one and I will check it for you.
talk-next-product = If you like, I can tell you what other customers say about it.
talk-next-products = Which one would you like to know more about?
talk-next-problem = You can send it back for a refund, or I can ask a colleague about a repair or a replacement. Which would you prefer?
talk-next-return = If you would like to send something back, tell me which item.
talk-next-back = If you would like to send it back instead, just tell me.
talk-nothing-waits = There is nothing waiting for your answer at the moment.
talk-sorry-service = I'm sorry; that is not how we want to treat you, and it should not stay with me.
talk-returnable = These can still be sent back: { $orders }.
talk-none-returnable = None of your orders can be sent back at the moment: only delivered ones can, and only for a time.
talk-next-late = If something is wrong with it, tell me what, and I will see what can be done.
talk-next-sent = Once you have it you can still send it back; just tell me.
talk-next-not-there = If I have taken the wrong order, please tell me its number.
talk-next-elsewhere = If nobody can take it in there, tell me and I will hand this to a colleague.
talk-parcel-search = I am asking a colleague to look for the parcel with the courier.
talk-swap-colleague = This exchange has to be arranged by a colleague.
talk-replacement-colleague = A repair or a replacement has to be arranged by a colleague.
talk-no-such-variant = I'm sorry, { $item } does not come like that at the moment.
talk-policy-also = { $text }
talk-policy-says = Please note: { $text } That is our policy “{ $policy }”.
talk-other = I'm sorry, that is not something I can help with here.
talk-private = I'm sorry, I can only speak about your own orders and account.
talk-ask-colleague = Shall I hand this to a colleague?
talk-order-sent = It was sent on { $day }.
talk-order-from = It was placed on { $day }.

talk-reviews-none = Nobody has reviewed { $item } yet.
talk-reviews-unfound = I could not find customer reviews about that.
talk-reviews-stars = { $n_value ->
    [one] One customer has reviewed { $item } and gives it { $stars } out of 5 stars.
   *[other] { $n } customers have reviewed { $item }; on average they give it { $stars } out of 5 stars.
}
talk-review-quote = One writes: “{ $text }” ({ $review })
talk-review-of = About { $item }: “{ $text }” ({ $review })

# For the human agent beside a suggested reply.
talk-note-unknown = The customer is not recognised yet: give a customer id, or let her tell her e-mail or name and postcode.
talk-note-refused = Refused: { $why }
talk-note-change = This asks for a change; nothing has been proposed or changed. Make it yourself once she has said yes.
talk-note-yes = If this is her yes to a change you offered, make it before you send this.
talk-note-person = Her message calls for a person: { $reason }.
talk-note-policy = Rests on the policy “{ $policy }”.
talk-note-nothing = Nothing in the store's data answers this.
talk-edit-shorter = Shorter
talk-edit-warmer = Warmer
talk-edit-formal = More formal
talk-edit-translated = In Chinese
talk-agent-yes = Thank you for confirming. I am seeing to it now and will tell you as soon as it is done.
talk-agent-here = I'm here and have read what you wrote.
talk-agent-upset = I'm sorry for the trouble you have had. I am looking into it myself now.

service-thread-unreadable = This conversation was kept by another version and cannot be continued; please start a new one.
service-unknown-user = There is no customer { $user } in this store.
talk-policy = { $text } That is our policy “{ $policy }”.
talk-passed-on = Thank you, I have passed that on to my colleague.
talk-no-exception = I'm sorry, I cannot make an exception to that.
talk-sorry-opened = I'm sorry, I cannot take that back once it has been opened: { $text } That is our policy “{ $policy }”.
talk-next-identity = If you would like me to look at your own order, please give me your e-mail address, or your full name and postcode.
