"""Panel score tables however they are laid out: what rows, columns and sheets are, and whom they name."""
