"""The engine `columns`: the compiled schema over sorted columns of numbers, for large data. Needs numpy.

The same closure as the engine `compiled`; it keeps the round of each triple instead of a proof.
"""

import os

# the threads of numpy's linear algebra, which is not used here, are a fifth of its start: numpy reads this when it is loaded
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from govkg.build.reason.columns.engine import close, close_file, close_lines

__all__ = ["close", "close_file", "close_lines"]
