"""One SELECT over the store's own tables, for what no other tool covers: parsed, bounded, shown."""
