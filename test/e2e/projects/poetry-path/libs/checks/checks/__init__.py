"""What tests of the service use."""
