"""The reference pages of docs/, written from the policies and from the dossier's models."""
