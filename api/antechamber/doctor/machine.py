"""What can be checked without opening the office: files, disk, memory, the kernel's clock."""

import ctypes
import shutil
import stat
import sys
from pathlib import Path

from antechamber import custody
from antechamber.crypto.keyring import read_keyring
from antechamber.doctor.finding import Finding, fail, ok, warn
from antechamber.errors import NotReady
from antechamber.process import is_hardened
from antechamber.settings import Settings

SWAPS = Path("/proc/swaps")
KEPT_RIGHT = range(5)  # adjtimex(2): 5 is a clock that is not synchronised, -1 no answer
SPARE_BYTES = 256 * 2**20


def keys(settings: Settings) -> Finding:
    """Check that the key opens the keyring, and that its files are their owner's alone."""
    try:
        custody.keyring(settings).keys()
    except NotReady as fault:
        return fail("keys", "The keys do not open.", str(fault))
    held = "Key file" if settings.key_provider == "file" else f"Key ({settings.key_provider})"
    return ok("keys", f"{held} and keyring open, and only their owner may read them.")


def recovery(settings: Settings) -> Finding:
    """Check that what the recovery shares open is there as it was written."""
    try:
        kept = read_keyring(settings.keyring).keeps_recovery(custody.keyring(settings).keys())
    except NotReady:
        return fail("recovery", "The keyring does not open.", "See above.")
    if not kept:
        return fail(
            "recovery",
            "What the recovery shares open was changed in the keyring: they open nothing.",
            "Put a copy of the keyring back, or print new shares: antechamber keys escrow",
        )
    return ok("recovery", "What recovery shares open is as it was written, where there are any.")


def keys_apart(settings: Settings) -> Finding:
    """Check that whoever takes the office's home does not take the key with it."""
    if settings.key_provider != "file":
        return ok("keys-apart", "The key lies in no file of the office's.")
    folder = settings.key_file.parent
    if stat.S_IMODE(folder.stat().st_mode) & 0o022:
        return fail(
            "keys-apart",
            f"Others may put another key file into {folder}, or take yours away.",
            f"Run: chmod 700 '{folder}'",
        )
    if settings.home.resolve() in settings.key_file.resolve().parents:
        return warn(
            "keys-apart",
            "The key file lies in the office's home: whoever copies the home has everything.",
            "Move it to a medium of its own and set ANTECHAMBER_KEY_FILE.",
        )
    return ok("keys-apart", "The key file lies outside the office's home.")


def permissions(settings: Settings) -> Finding:
    """Check that nobody but the owner may enter the home, whatever the modes of what is in it."""
    home = settings.home
    try:
        mode = stat.S_IMODE(home.stat().st_mode)
    except OSError:
        return fail(
            "permissions",
            f"{home} cannot be read.",
            "Check ANTECHAMBER_HOME, and run this as the office's user.",
        )
    if mode & 0o077:
        return fail("permissions", f"Others may enter {home}.", f"Run: chmod 700 '{home}'")
    return ok("permissions", "Only the owner may enter the office's home.")


def disk(settings: Settings) -> Finding:
    """Check that there is room to work in; `room.backup_room` asks for more."""
    if not settings.home.exists():
        return fail("disk", f"There is no {settings.home}.", "Check ANTECHAMBER_HOME.")
    free = shutil.disk_usage(settings.home).free
    says = f"{free / 2**20:,.0f} MiB free where the office's home is."
    if free < SPARE_BYTES:
        judged = fail if free < SPARE_BYTES // 4 else warn
        return judged("disk", says, f"Make room: {SPARE_BYTES / 2**20:,.0f} MiB are wanted.")
    return ok("disk", says)


def core_dumps(_: Settings) -> Finding:
    """Check that a crash of this process writes no key to the disk."""
    if is_hardened():
        return ok("core-dumps", "A crash writes no core dump; others cannot read the memory.")
    return warn(
        "core-dumps",
        "This system does not let a process keep its memory to itself.",
        "Switch core dumps and debuggers off for the office's user.",
    )


def swap(_: Settings) -> Finding:
    """Check whether the kernel may write keys from memory to a disk."""
    try:
        used = [line.split()[0] for line in SWAPS.read_text().splitlines()[1:]]
    except OSError:
        return warn("swap", "Whether there is swap is not known.", "Encrypt swap, or have none.")
    # A mapped device is one that may be encrypted; compressed memory is no disk.
    plain = [
        each for each in used if not each.startswith(("/dev/dm-", "/dev/mapper/", "/dev/zram"))
    ]
    if plain:
        return warn(
            "swap",
            f"The kernel may write memory, keys with it, to {', '.join(plain)}.",
            "Run: swapoff -a; or put swap on an encrypted device.",
        )
    return ok("swap", "No swap to a disk that is not encrypted.")


def kernel_clock(_: Settings) -> Finding:
    """Check that something keeps the machine's clock right: clearances end by it."""
    if sys.platform != "linux":
        return warn("clock-sync", "Not known on this system.", "Keep the clock right by NTP.")
    return judged_clock(ctypes.CDLL(None).ntp_gettime(ctypes.create_string_buffer(256)))


def judged_clock(answer: int) -> Finding:
    """Judge what `ntp_gettime` answered."""
    if answer not in KEPT_RIGHT:
        return warn(
            "clock-sync",
            "The kernel says that nothing keeps the clock right.",
            "Run a time service, such as chrony or systemd-timesyncd.",
        )
    return ok("clock-sync", "The kernel's clock is kept right.")
