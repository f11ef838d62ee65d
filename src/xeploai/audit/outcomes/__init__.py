"""What can come out at all of the rules at a kind, and what of them is therefore without effect."""
