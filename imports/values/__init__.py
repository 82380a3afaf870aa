"""What people write into cells, read as values: figures, ticks, lists of names. Unclear is never guessed."""
