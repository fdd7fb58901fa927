"""A child process whose disk comes to its end: by a limit, or by a small disk of its own."""

import ctypes
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from time import sleep

NEW_USER, NEW_MOUNTS = 0x10000000, 0x00020000  # of <linux/sched.h>


def in_child(what: Callable[[], int]) -> int | None:
    """Do `what` in a child; return what it says, None if it fails before."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, b"%d" % what())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return int(said) if said else None


def limited(what: Callable[[], int], size: int) -> int | None:
    """Do `what` in a child none of whose files grows beyond a size."""

    def within() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return what()

    return in_child(within)


def mount_disk(place: Path, size: int) -> bool:
    """Give this process, and nobody else, a disk of so many bytes; say whether it may have one.

    It goes with the process. Needs no rights where Linux lets users have namespaces.
    """
    user, group = os.getuid(), os.getgid()
    system = ctypes.CDLL(None, use_errno=True)
    if not _namespaces_of_its_own(system):
        return False
    Path("/proc/self/setgroups").write_text("deny", "ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", "ascii")
    options = f"size={size},mode=700".encode()
    refused: int = system.mount(b"none", str(place).encode(), b"tmpfs", 0, options)
    return not refused


def _namespaces_of_its_own(system: ctypes.CDLL) -> bool:
    for _ in range(30):
        if not system.unshare(NEW_USER | NEW_MOUNTS):
            return True
        sleep(0.1)  # refused while there is a second thread: a library's may take an instant to end
    return False
