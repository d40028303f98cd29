"""Personal contact data in a source text is not published: it is blackened, character by character, so that offsets stay."""

BLACK = "█"


def blackened(text: str) -> str:
    """The text with every visible character blackened."""
    return "".join(char if char.isspace() else BLACK for char in text)
