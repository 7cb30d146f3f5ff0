/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lang/str.h"

#include "lang/str_case.h"
#include "lang/str_format.h"
#include "lang/str_pad.h"
#include "lang/str_search.h"
#include "lang/str_split.h"

static Value format(const Value *args) {
  return str_format(args[0], args[1], args[2]);
}

static Value encode(const Value *args) {
  (void)args;
  err_set(ERR_Unsupported, "xent does not support bytes (str.encode)");
  return value_error();
}

#define WHERE "self sub start? end? /"

const Native str_methods[] = {
    {"format", "self *args **named", format, "fills in the {} of a text",
     "'{:.2f}'.format(0.5)", "'0.50'"},
    {"join", "self iterable /", str_split_join,
     "the texts of an iterable, this one between them", "', '.join(['a', 'b'])",
     "'a, b'"},
    {"split", "self sep=None maxsplit=-1", str_split_split,
     "the parts between separators, or between blanks", "'a b'.split()",
     "['a', 'b']"},
    {"rsplit", "self sep=None maxsplit=-1", str_split_rsplit,
     "split, counted from the right", "'a b c'.rsplit(None, 1)",
     "['a b', 'c']"},
    {"splitlines", "self keepends=False", str_split_splitlines, "the lines",
     "'a\\nb'.splitlines()", "['a', 'b']"},
    {"partition", "self sep /", str_split_partition,
     "what is before sep, sep, what is behind", "'a=b'.partition('=')",
     "('a', '=', 'b')"},
    {"rpartition", "self sep /", str_split_rpartition,
     "partition at the last sep", "'a.b.c'.rpartition('.')",
     "('a.b', '.', 'c')"},
    {"strip", "self chars=None /", str_pad_strip,
     "without blanks (or chars) at both ends", "' a '.strip()", "'a'"},
    {"lstrip", "self chars=None /", str_pad_lstrip, "strip at the left only",
     "' a '.lstrip()", "'a '"},
    {"rstrip", "self chars=None /", str_pad_rstrip, "strip at the right only",
     "' a '.rstrip()", "' a'"},
    {"lower", "self", str_case_lower, "in small letters", "'Ab'.lower()",
     "'ab'"},
    {"casefold", "self", str_case_lower, "in small letters, for comparing",
     "'Ab'.casefold()", "'ab'"},
    {"upper", "self", str_case_upper, "in capital letters", "'Ab'.upper()",
     "'AB'"},
    {"title", "self", str_case_title, "each word with a capital letter",
     "'ab cd'.title()", "'Ab Cd'"},
    {"capitalize", "self", str_case_capitalize,
     "the first letter capital, the others small", "'aB'.capitalize()", "'Ab'"},
    {"swapcase", "self", str_case_swapcase, "small and capital letters swap",
     "'aB'.swapcase()", "'Ab'"},
    {"replace", "self old new count=-1 /", str_search_replace,
     "with old replaced by new", "'aba'.replace('a', 'c')", "'cbc'"},
    {"startswith", "self prefix start? end? /", str_search_startswith,
     "does it begin with prefix?", "'abc'.startswith('ab')", "True"},
    {"endswith", "self suffix start? end? /", str_search_endswith,
     "does it end with suffix?", "'abc'.endswith('bc')", "True"},
    {"removeprefix", "self prefix /", str_search_removeprefix,
     "without prefix at its start", "'abc'.removeprefix('a')", "'bc'"},
    {"removesuffix", "self suffix /", str_search_removesuffix,
     "without suffix at its end", "'abc'.removesuffix('c')", "'ab'"},
    {"find", WHERE, str_search_find, "where sub is first, -1 if nowhere",
     "'abc'.find('c')", "2"},
    {"rfind", WHERE, str_search_rfind, "where sub is last, -1 if nowhere",
     "'aba'.rfind('a')", "2"},
    {"index", WHERE, str_search_index, "where sub is first", "'abc'.index('c')",
     "2"},
    {"rindex", WHERE, str_search_rindex, "where sub is last",
     "'aba'.rindex('a')", "2"},
    {"count", WHERE, str_search_count, "how often sub is in it",
     "'aba'.count('a')", "2"},
    {"zfill", "self width /", str_pad_zfill, "with zeros before it",
     "'42'.zfill(5)", "'00042'"},
    {"center", "self width fillchar? /", str_pad_center,
     "with blanks at both sides", "'a'.center(3)", "' a '"},
    {"ljust", "self width fillchar? /", str_pad_ljust, "with blanks behind it",
     "'a'.ljust(3)", "'a  '"},
    {"rjust", "self width fillchar? /", str_pad_rjust, "with blanks before it",
     "'a'.rjust(3)", "'  a'"},
    {"expandtabs", "self tabsize=8", str_pad_expandtabs, "tabs as blanks",
     "'a\\tb'.expandtabs(4)", "'a   b'"},
    {"isdigit", "self", str_case_isdigit, "only digits?", "'12'.isdigit()",
     "True"},
    {"isdecimal", "self", str_case_isdecimal, "only decimal digits?",
     "'12'.isdecimal()", "True"},
    {"isnumeric", "self", str_case_isnumeric, "only signs for numbers?",
     "'12'.isnumeric()", "True"},
    {"isalpha", "self", str_case_isalpha, "only letters?", "'ab'.isalpha()",
     "True"},
    {"isalnum", "self", str_case_isalnum, "only letters and digits?",
     "'a1'.isalnum()", "True"},
    {"isspace", "self", str_case_isspace, "only blanks?", "' '.isspace()",
     "True"},
    {"isupper", "self", str_case_isupper, "no small letters?", "'A1'.isupper()",
     "True"},
    {"islower", "self", str_case_islower, "no capital letters?",
     "'a1'.islower()", "True"},
    {"istitle", "self", str_case_istitle, "words with capitals?",
     "'Ab'.istitle()", "True"},
    {"isidentifier", "self", str_case_isidentifier, "could it be a name?",
     "'a1'.isidentifier()", "True"},
    {"isprintable", "self", str_case_isprintable, "nothing hidden in it?",
     "'ab'.isprintable()", "True"},
    {"isascii", "self", str_case_isascii, "only ASCII characters?",
     "'ab'.isascii()", "True"},
    {"encode", "self *args **named", encode, "not supported", NULL, NULL},
    {0}};
