"""Turns a report into something to read: for people at a terminal, or for other programs."""
