"""Consents: what a person agreed to, in versions that are only ever added."""
