"""What runs beside a training script and tells what happens in it. Standard library only."""
