demand-no-sales = The store has no orders or purchases yet, so nothing can be forecast. Add them with “storewise import”.
demand-no-items = The store’s orders do not say which items were bought, so single items cannot be forecast; orders and revenue of the whole store can.
demand-no-stock = The store’s items say nothing of their stock, so it cannot be told when they run out. Import items with a stock column.
demand-short = There are { $days } days of sales; a forecast needs at least { $least }.
