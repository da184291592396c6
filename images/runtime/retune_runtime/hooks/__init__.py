"""What is hooked into each framework, put in place when the framework is imported, found by feature."""
