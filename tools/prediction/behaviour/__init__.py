"""A Transformer over what users did: who buys, what, and when."""
