"""Erase a person: destroy the keys that open what is known of them, and say what is left."""
