"""Make or open an edition, and hold its settings and rules."""
