"""Pure types and rules: what a sheet, a quota and a standing are."""
