"""The parts of an audit: what the ledger says, and whether rows and sheets say the same."""
