"""A file of data, read into a hierarchy of evidence; one module per format."""
