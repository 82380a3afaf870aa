"""Panels: who sits on them, in which section and as what, and which section judges a nomination."""
