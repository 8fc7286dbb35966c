"""The flow of a procedure as a picture, and in words."""
