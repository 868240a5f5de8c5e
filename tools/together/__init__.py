"""What is bought together, beyond chance."""
