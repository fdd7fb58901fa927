"""Numbers of documents, as people write them."""

MIN_DOCUMENT_CHARS = 5


def document_keys(number: str) -> set[str]:
    """Return a number as a whole and each word of it that has a digit.

    People write 'Passport QX100200' where a list says 'QX100200'.
    """
    words = ["".join(c for c in word if c.isalnum()) for word in number.casefold().split()]
    keys = {"".join(words), *(word for word in words if any(map(str.isdigit, word)))}
    return {key for key in keys if len(key) >= MIN_DOCUMENT_CHARS}
