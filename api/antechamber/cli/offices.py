"""Open the office that the settings name, for the length of a command."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from antechamber.cli.faults import stop
from antechamber.erasure import service as erasure
from antechamber.errors import Busy, NotReady
from antechamber.office import Office, utc_now
from antechamber.rotation import generation
from antechamber.rulebooks import redeciding
from antechamber.settings import Settings
from antechamber.work import Everywhere

ACTOR = Everywhere("command-line")
URL_FORM = "postgresql+psycopg://ROLE@HOST/DATABASE, a password as ROLE:PASSWORD"


def settings() -> Settings:
    """Read the settings; end the command where one of them cannot be used."""
    try:
        found = Settings()
        found.url  # noqa: B018 - it is read from text, and refused here rather than later
    except ValidationError as fault:
        stop("\n".join(sorted(_wrong(each) for each in fault.errors())))
    except ValueError:  # SQLAlchemy's own say what it read
        stop(f"ANTECHAMBER_DATABASE_URL is no database URL; it looks like {URL_FORM}.")
    return found


def _wrong(error: ErrorDetails) -> str:
    """Say which setting is wrong and why; the validators' texts never quote what was given."""
    name = f"ANTECHAMBER_{str(error['loc'][0]).upper()}" if error["loc"] else "A setting"
    why = error["msg"].removeprefix("Value error, ")
    form = f" It looks like {URL_FORM}." if "DATABASE" in name else ""
    return f"{name} cannot be used: {why}.{form}"


def has_office() -> bool:
    """Tell whether there is an office where the settings say."""
    place = settings()
    held = place.key_provider == "file" and place.key_file.exists()
    return held or place.keyring.exists()


@contextmanager
def opened() -> Iterator[Office]:
    """Yield the office, open, with what an ended process left undone; raises NotReady."""
    place = settings()
    if not has_office():
        raise NotReady(
            f"There is no office in {place.home}. If yours is elsewhere, set ANTECHAMBER_HOME to"
            " its folder; to found one: antechamber init --help"
        )
    office = Office.open(place, clock=utc_now)
    try:
        with suppress(Busy):  # an erasure or a rotation is under way: it ends with this, too
            erasure.finish(office, ACTOR)
            generation.note(office, ACTOR)
        redeciding.resume(office, ACTOR)
        yield office
        with suppress(Busy):  # keys may have changed; else the next command notes it
            generation.note(office, ACTOR)
    finally:
        office.close()
