"""What can go wrong at the door."""

from antechamber.errors import Problem


class Unauthorised(Problem):
    """No credential that is good: absent, unknown, expired and revoked look alike."""

    status, slug, title = 401, "unauthorised", "No valid credential"

    def __init__(self) -> None:
        super().__init__("Send a token that is good as 'Authorization: Bearer ...'.")


class Forbidden(Problem):
    """You may see this, but your role does not do that to it."""

    status, slug, title = 403, "forbidden", "Not for your role"


class IncompatibleRoles(Problem):
    """The two roles must not meet in one person; the detail says which and why."""

    status, slug, title = 409, "incompatible-roles", "These roles must be two people"


class HandleTaken(Problem):
    """Another user of this office has this handle."""

    status, slug, title = 409, "handle-taken", "The handle is taken"


class RoleNotHeld(Problem):
    """A token is for a role that the user holds; give the role first."""

    status, slug, title = 409, "role-not-held", "The user does not hold this role"


class NotAppointed(Problem):
    """The office gives this role to people before an initiative can choose among them."""

    status, slug, title = 409, "not-appointed", "Not appointed by the office"
