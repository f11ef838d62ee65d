"""Questions about rules: whether their worked cases come out as they should."""
