"""The `antechamber` command."""

import sys


def main() -> None:
    """Run the command; a fault ends it with one line that says what to do, never a trace.

    Nothing is imported before: whoever interrupts a slow start must not get a trace either.
    """
    try:
        from antechamber import process

        process.harden()
        from antechamber.cli.commands import commands

        commands(*sys.argv[1:2])()
    except KeyboardInterrupt:
        sys.exit("Interrupted.")
    except Exception as fault:  # noqa: BLE001 - whatever it is, its text could hold a name
        from antechamber.cli.ended import why

        sys.exit(why(fault))
