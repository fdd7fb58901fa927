"""Keys, sealing and keyed hashes; the only package that imports `cryptography`."""
