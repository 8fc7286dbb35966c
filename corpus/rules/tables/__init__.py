"""The rules of a table: what its header says of its columns, and who acts in each row."""
