"""How severe each reviewer is, by whom they judged and with whom, and what that does to totals."""
