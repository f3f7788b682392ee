"""Keeping records true: campaigns, the links by which authorities answer, and what is made of their answers."""
