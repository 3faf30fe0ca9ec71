"""The nouns every stage shares; each stage turns one of them into the next."""
