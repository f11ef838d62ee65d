"""`python -m benchmarks`: every comparison, one after the other."""

from benchmarks import checking, loading, one_record, start_up, tree

for part in (one_record, start_up, loading, checking, tree):
    part.main()
