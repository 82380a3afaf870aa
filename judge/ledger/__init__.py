"""Every human act as an entry: canonical bytes, one chain per pen, and the state that entries add up to."""
