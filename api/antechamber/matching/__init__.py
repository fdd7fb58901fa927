"""Matching for outsiders, in the words of OpenSanctions' yente: names in, listed parties out."""
