"""How safe a place is: what other reviewers, other weights and other methods would have made of it."""
