"""Application forms in Word; what a form holds is data, in this folder's TOML files."""

from imports.forms.reading import forms_of, read, read_found, recognise

__all__ = ["forms_of", "read", "read_found", "recognise"]
