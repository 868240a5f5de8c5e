"""The locally hosted chat model."""
