"""Screening: the lists that the office keeps, and who is compared with them."""
