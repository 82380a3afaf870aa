"""The sheets of the award book, one module each."""
