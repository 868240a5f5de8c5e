"""Customer service: one customer's account and orders, changed only on her explicit yes."""
