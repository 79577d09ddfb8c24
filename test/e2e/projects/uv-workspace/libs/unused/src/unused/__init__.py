"""Nothing that the service needs."""
