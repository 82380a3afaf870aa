"""The forms that an edition reads, and their blanks."""
