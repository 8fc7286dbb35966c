"""Which act an English verb stands for."""
