"""Application forms in Word; what a form holds is data, in this folder's TOML files."""
