"""Texts that would give orders, planted in a small store, and what the assistants then do."""
