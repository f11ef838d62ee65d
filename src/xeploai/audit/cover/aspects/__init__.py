"""What cases should show, a file for each sort of thing."""
