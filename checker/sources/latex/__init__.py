"""Reads LaTeX in place."""
