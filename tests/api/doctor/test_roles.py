"""The doctor finds a role that the office did not give."""

from antechamber.doctor.examination import examine
from antechamber.doctor.finding import Finding
from antechamber.identity import users
from antechamber.office import Office
from antechamber.tables import MembershipRow
from antechamber.work import Everywhere
from databases import NOW


def roles(office: Office) -> Finding:
    return next(each for each in examine(office.settings, lambda: NOW) if each.check == "roles")


def test_a_role_written_into_the_database_is_found(office: Office) -> None:
    with office.work(Everywhere("test")) as work:
        user = users.register(work, "U-R1", "A Fictional Name")
        users.hold(work, user.id, "convener")
    assert roles(office).status == "ok"
    with office.work(Everywhere("test")) as work:
        work.session.add(MembershipRow(user_id=user.id, role="administrator"))
    assert roles(office).status == "fail"
    assert "1 of the 2" in roles(office).says
