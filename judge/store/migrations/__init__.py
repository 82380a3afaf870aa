"""How an edition's tables came to be, version by version."""
