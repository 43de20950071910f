"""Find organizations by name, and what only looks like them: states, places, people, missions.

`find` runs the finders over the lines of a document, lets the candidates compete, and gives every organization the
fullest name that the text has for it. Each finder yields `Candidate`s; a trained model's entities are one finder more.
"""

from pipeline.organizations.find import find

__all__ = ["find"]
