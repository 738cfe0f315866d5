"""How a worker's memory goes back to the system.

Pages need large pieces of memory for a moment. The C library of most systems would lay them among those that stay, for
each of the threads anew, and keep what lies between: two workers grew by 3 MB a minute with nothing more in them.
"""

import ctypes

# <malloc.h> of glibc, mallopt(3).
M_MMAP_THRESHOLD = -3
M_ARENA_MAX = -8

LARGE = 65_536  # bytes
ARENAS = 2


def give_back_large_pieces() -> bool:
    """Have pieces of LARGE bytes or more go back as soon as they are free. Return whether the C library does that."""
    adjust = getattr(ctypes.CDLL(None), "mallopt", None)
    return bool(adjust and adjust(M_MMAP_THRESHOLD, LARGE) and adjust(M_ARENA_MAX, ARENAS))
