"""Methods by name: those that come with Judge, an organiser's files, and which of them counts an award."""
