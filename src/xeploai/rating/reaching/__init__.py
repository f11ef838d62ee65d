"""What a subject would have to change to earn a level: what may change, the search for the least, and why nothing will.

The only door is `rating.reach`.
"""
