"""A spreadsheet of partnerships: read (bytes → lines), given columns, checked as sets by the database, applied, undone.

`reading` knows no database, `values` no other line; `matching` is SQL over all lines at once. Nothing becomes a record
before `applying`, in one transaction, and `undoing` takes back what nobody has changed since.
"""
