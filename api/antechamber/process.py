"""What the operating system may write of this process: no core dump, no look into its memory."""

import ctypes
import resource
import sys

PR_GET_DUMPABLE, PR_SET_DUMPABLE = 3, 4


def harden() -> None:
    """Keep keys out of core dumps and from other processes of this user; before any is opened.

    Elsewhere than on Linux the memory can still be read by debuggers: `antechamber doctor` says so.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def is_hardened() -> bool:
    """Tell whether the operating system keeps to what `harden` asked for."""
    soft, _ = resource.getrlimit(resource.RLIMIT_CORE)
    if sys.platform != "linux":
        return False
    dumpable: int = ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)
    return soft == 0 and dumpable == 0
