"""Sign-offs: waivers and approvals, asked for by one person and signed by others."""
