"""Worked cases: read, judged as the table of an office would be, and what came out beside what was expected."""
