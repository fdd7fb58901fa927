"""New keys in the place of old ones, at every level, beside an office that goes on working."""
