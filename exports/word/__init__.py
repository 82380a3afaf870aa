"""Word files out: what a document is made of, and blank forms to print and fill in."""
