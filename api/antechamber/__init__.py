"""The service around the rules: HTTP, storage, keys, jobs and the command line."""
