"""Vietnamese text as offices write it: comparing, sorting, reading figures and bytes, printing figures.

Nothing here knows what is rated. What is refused is named by a stable code; the sentences are made
elsewhere.
"""
