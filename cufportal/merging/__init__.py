"""The pages where officers find the records that were entered twice, make one of two, and take that back."""
