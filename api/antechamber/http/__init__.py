"""What all routes share: problems, bodies, tags, repeats, pages, limits, headers, logs."""
