"""Score sheets that come back as workbooks: what binds them, what was filled in, what was done to them."""
