"""Application forms in Word; what a form holds is data, in this folder's TOML files."""

from imports.forms.reading import read, recognise

__all__ = ["read", "recognise"]
