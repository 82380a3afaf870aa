"""From papers that arrive to what is filed: read, keyed, consented to, written."""
