import subprocess
import sys


def test_the_codec_of_host_names_is_read_before_granian_forks() -> None:
    """A thread reads it when it connects, a page when it looks at the host; a fork between leaves an import lock held."""
    code = "import govkg.server.granian_server, sys; print('encodings.idna' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "True\n"
