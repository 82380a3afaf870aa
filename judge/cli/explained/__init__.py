"""What “judge explain” says: its sentences, its paper, and its data for programs."""
