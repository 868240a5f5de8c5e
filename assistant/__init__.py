"""The conversation: which model speaks, with which tools, held to which facts."""
