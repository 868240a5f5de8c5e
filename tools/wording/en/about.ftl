about-data = The data of { $store } covers { $period }, { $n } rows in all.
about-help = You can ask me about sales and other metrics, the purchase funnel, who will probably buy next, and what customers say in their reviews.
about-greeting = Hello! I answer questions about this store from its own data.
about-thanks = You're welcome. Ask away whenever you need another figure.
about-cannot = The store's data cannot tell you that, so I would rather not guess.
ask-something = Please type a question, for example “What was our revenue last month?”.
