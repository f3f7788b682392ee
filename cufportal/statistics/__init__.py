"""The figures of a group: what its partnerships are about, where, since when; each with its definition and its list."""
