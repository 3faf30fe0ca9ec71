"""The language server: shows editors what a check finds, while its documents are written.

The server itself only speaks with the editor. Each folder that is open there is checked in a process of its own, so
that the server answers while a check is under way, and outlives whatever happens to it.
"""
