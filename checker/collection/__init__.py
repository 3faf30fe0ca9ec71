"""Changes which sources a corpus has, with everything that hangs on them: their files, claims and decisions."""
