"""`python -m benchmarks`: every comparison, one after the other."""

from benchmarks import loading, one_record

for part in (one_record, loading):
    part.main()
