"""Who judges what, and each act on a sheet."""
