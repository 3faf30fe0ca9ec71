"""The small closed parts of a language: words, stems, verb forms, names and acronyms."""
