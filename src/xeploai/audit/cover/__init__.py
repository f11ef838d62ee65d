"""What the worked cases of a rule set exercise, and what they leave out."""
