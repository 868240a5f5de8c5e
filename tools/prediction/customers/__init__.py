"""Customers who have bought: how they stood at a moment, and when they tend to buy again."""
