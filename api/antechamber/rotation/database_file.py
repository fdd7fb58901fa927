"""A newer key for the SQLCipher file. It alone needs the server stopped: pages are rewritten."""

from antechamber import audit, database
from antechamber.errors import NotReady
from antechamber.office import Office
from antechamber.work import Everywhere

LEVEL = {"level": "file"}


def rotate(office: Office, actor: Everywhere) -> None:
    """Encrypt the file by a newer key; begun, go on. Raises NotReady while it is in use, or Busy.

    The office's own connections are closed by it; open the office anew to go on.
    """
    path = office.settings.database_file
    if path is None:
        raise NotReady("The database is PostgreSQL: there is no file whose key is ours to change.")
    with office.keyring.alone():
        with office.work(actor) as work:
            audit.append(work, "key.renewed", office.id, payload=LEVEL)
            now = work.now
        office.close()
        database.must_be_unused(path, [version.key for version in office.keys.files])
        if len(office.keys.files) == 1:
            office.keyring.write(office.keys.with_newer("files", now))
        newest, *_ = keys = [version.key for version in office.keys.files]
        opens = database.key_that_opens(path, keys)
        if opens is not newest:
            database.change_file_key(path, opens, newest)
        office.keyring.write(office.keys.with_newest_only("files"))
