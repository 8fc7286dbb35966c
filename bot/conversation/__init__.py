"""What is said with a person, in whatever messenger: nothing here knows one."""
