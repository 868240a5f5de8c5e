"""Text found by meaning: embeddings and review search."""
