"""Name screening: publishers' lists in, explained matches out; no files, no clock."""
