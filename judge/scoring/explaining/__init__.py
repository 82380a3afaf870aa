"""How each figure of a nomination comes about, step by step, so that anyone can follow it by hand."""
