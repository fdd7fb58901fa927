"""Initiatives: the compartments of an office, their facts and their nexus."""
