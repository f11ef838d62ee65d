"""One file for every check. Its page in `docs/checks` is its documentation, its example and its test."""
