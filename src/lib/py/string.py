# SPDX-License-Identifier: GPL-3.0-or-later
# string: letters, digits, signs.
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\v\f"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """every word with a capital

    >>> string.capwords("cross entropy")
    'Cross Entropy'
    """
    return (sep or " ").join(word.capitalize() for word in s.split(sep))
