"""Questions about rules: whether their worked cases come out, and what in them is wrong or doubtful."""
