"""What makes a rule set unusable, whether it was loaded from a file or built in Python.

A floor of its own, because the loader shows these faults in the text and the rating refuses to start on them.
"""
