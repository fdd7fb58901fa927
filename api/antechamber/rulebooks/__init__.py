"""Rulebooks: who signs them, which one is in force, and what an office sets in them."""
