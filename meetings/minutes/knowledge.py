"""What the portal knows, as the plain objects that the matching works on."""
