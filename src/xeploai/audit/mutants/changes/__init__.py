"""What is changed to try the cases of a rule set, a file for each sort of change."""
