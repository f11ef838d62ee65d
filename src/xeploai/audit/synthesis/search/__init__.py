"""Where evidence for a gap is looked for, a file for each sort of thing that cases should show."""
