"""Sessions: plan, roster, seats and determinations, all inside one sealed document."""
