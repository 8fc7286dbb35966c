"""Who decides: the rules that apply, the chain they make, and rules that contradict each other."""
