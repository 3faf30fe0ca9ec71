"""Reads the documents and presentations of office programs: Word, PowerPoint and OpenDocument."""
