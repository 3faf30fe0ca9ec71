"""Reads web pages: their tree, what of it is furniture, and the blocks of the rest."""
