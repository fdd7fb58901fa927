"""Python's garbage collector beside objects that are there to stay: the code, the rules, an index."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Collect nothing while very many objects are made, none of which is garbage."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def leave_alone() -> None:
    """Have all objects that exist now looked at no more: walking an index takes a second.

    Code and rules alone, 150,000 objects, take a tenth of one, in the middle of a request.

    What nobody refers to is freed all the same; only what refers to itself, and becomes garbage
    later, stays.
    """
    gc.freeze()
