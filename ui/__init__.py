"""The Gradio page, its charts, and the command line."""
