"""The gate: facts gathered, decisions made, recorded and read; sessions moved."""
