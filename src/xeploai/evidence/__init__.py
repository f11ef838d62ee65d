"""What is known of figures: bounds between facts, totals over rows, rows that are not there, and contradictions.

A floor of its own, because the intake refuses by it what the rating stands on.
"""
