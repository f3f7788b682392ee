"""French: hours as minutes of meetings write them, « 14h30 »."""

TIME_FORMAT = "H\\hi"
