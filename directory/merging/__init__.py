"""Two records that were one become one: what points to the absorbed one is moved to the kept one, whatever its model.

`kinds` says of each sort of record what is its own affair, `relations` finds what points to it and what a constraint would
refuse twice, `planning` reads and says what would be done, `writing` does it and notes every value it changes, `undoing`
puts them back, `addresses` leads from the old pages to the new ones.
"""
