"""Backups: the whole office in one encrypted file that restores to either database."""
