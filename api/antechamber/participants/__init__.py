"""Participants and organisations of an initiative: who they are, what is recorded of them."""
