"""What the sealed columns hold: typed documents, loaded from and saved to their rows."""
