/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands, in the order of `help`. */
#include "app/cmdbasic.h"
#include "app/cmdexplain.h"
#include "app/cmdhelp.h"
#include "app/cmdlesson.h"
#include "app/cmdplot.h"
#include "app/cmdtrain.h"
#include "app/command.h"
#include "app/trainsetup.h"

/* The options of train as lines of its help, and for completion. */
#define HELP_LINE(name, help) "  " help "\n"
#define WORD(name, help) #name "= "
#define TRAIN_OPTIONS TRAINSETUP_OPTIONS(HELP_LINE)
#define TRAIN_WORDS TRAINSETUP_OPTIONS(WORD)

const Command commands_table[] = {
    {"explain", "explain [-1|-2|-3] [--md|--tex] EXPR",
     "every step that leads to a value",
     "  explain softmax([2, 1, 0.1])\n"
     "  explain -3 cross_entropy([2.0, 1.0, 0.1], 0)\n"
     "\n"
     "-1 shows your own sub-expressions, -2 opens the operations, -3 adds the\n"
     "reasons; --md and --tex write the table for a handout.",
     COMMAND_EXPRESSION, NULL, cmdexplain_run},
    {"info", "info EXPR", "what a value is: kind, shape, type", NULL,
     COMMAND_EXPRESSION, NULL, cmdexplain_info},
    {"plot", "plot EXPR, ... | plot f, LOW, HIGH | plot loss [--plot=FILE]",
     "a curve or bars, in a window, a file or as text",
     "  plot [1, 4, 9]         a vector against its index\n"
     "  plot sigmoid, -6, 6    a function\n"
     "  plot x**2, -3, 3       an expression in x\n"
     "  plot loss              the last training\n"
     "\n"
     "--plot=FILE.svg, .png or .pdf writes a picture with gnuplot.",
     COMMAND_EXPRESSION, NULL, cmdplot_run},
    {"bars", "bars EXPR", "a vector as bars", "  bars [3, 1, 2]",
     COMMAND_EXPRESSION, NULL, cmdplot_bars},
    {"train",
     "train binary|multi [NAME=VALUE]... [--plot[=FILE]] [--screen] [as NAME]",
     "trains a sample network and shows the loss curve",
     "  binary   4-5-1, relu, sigmoid, binary cross-entropy, 200 rows\n"
     "  multi    4-5-3, relu, softmax, cross-entropy, 300 rows\n"
     "\n"
     "The data are make_classification(random_state=42), scaled; a fifth of\n"
     "the rows is kept for the test. What may be changed, and the defaults:\n"
     "\n" TRAIN_OPTIONS "\n"
     "--plot shows the curve with gnuplot, --plot=FILE.svg, .png or .pdf "
     "writes\n"
     "it; --screen shows the network at work; `as a` keeps the run for "
     "compare.",
     COMMAND_LISTED, "binary multi " TRAIN_WORDS "--plot --plot= --screen as",
     cmdtrain_run},
    {"compare", "compare NAME NAME ...", "loss curves of named runs together",
     "  train binary as a\n"
     "  train binary lr=0.5 as b\n"
     "  compare a b",
     COMMAND_NOTHING, NULL, cmdtrain_compare},
    {"lesson", "lesson [N | NAME | N.STEP | FILE | new FILE]",
     "the lessons, or one of them",
     "  lesson              which lessons there are\n"
     "  lesson 1            begins the first\n"
     "  lesson 1.4          begins it at its step 4\n"
     "  lesson mine.md      one of your own\n"
     "  lesson new mine.md  writes a skeleton for it\n"
     "\n"
     "The prompt stays what it is. An expression is an answer; hint helps, "
     "next\n"
     "goes on, back and goto move, solution and skip show the answer, play "
     "shows\n"
     "the examples again, reset restores the variables, progress counts.",
     COMMAND_LESSONS, "new", cmdlesson_lesson},
    {"next", "next", "in a lesson: the next step", NULL, COMMAND_NOTHING, NULL,
     cmdlesson_next},
    {"back", "back", "in a lesson: the step before", NULL, COMMAND_NOTHING,
     NULL, cmdlesson_back},
    {"goto", "goto N.STEP", "in a lesson: another step", NULL, COMMAND_NOTHING,
     NULL, cmdlesson_goto},
    {"hint", "hint", "in a lesson: the next hint", NULL, COMMAND_NOTHING, NULL,
     cmdlesson_hint},
    {"solution", "solution", "in a lesson: the answer, after two tries", NULL,
     COMMAND_NOTHING, NULL, cmdlesson_solution},
    {"skip", "skip", "in a lesson: shows the answer and goes on", NULL,
     COMMAND_NOTHING, NULL, cmdlesson_skip},
    {"play", "play", "in a lesson: shows the examples again", NULL,
     COMMAND_NOTHING, NULL, cmdlesson_play},
    {"progress", "progress", "what you have answered so far", NULL,
     COMMAND_NOTHING, NULL, cmdlesson_progress},
    {"report", "report", "progress as a table for a teacher (TSV)", NULL,
     COMMAND_NOTHING, NULL, cmdlesson_report},
    {"check", "check [--accept] FILE... | check --rows",
     "proves that lessons are right",
     "--accept writes what the examples print into the lessons.\n"
     "--rows runs the example of every operation.",
     COMMAND_FILES, "--accept --rows", cmdlesson_check},
    {"who", "who", "your names and what they hold", NULL, COMMAND_NOTHING, NULL,
     cmdbasic_who},
    {"set", "set [NAME VALUE]", "settings: digits, warnings, color, ascii",
     "  set                     what they are now\n"
     "  set digits 6            decimals of plain numbers, 0 to 17; usually 4\n"
     "  set warnings off        no diagnostics; error: they stop the line\n"
     "  set color off           no colours\n"
     "  set ascii on            no signs but those of ASCII",
     COMMAND_LISTED, "digits warnings color ascii on off error", cmdbasic_set},
    {"quiet", "quiet CODE", "silences a diagnostic: quiet W101",
     "help W101 tells what it is about.", COMMAND_TOPICS, NULL, cmdbasic_quiet},
    {"run", "run [--compare] FILE [ARG]...",
     "runs a script or notebook as strict Python",
     "  run script.py 3 --fast       sys.argv holds the words\n"
     "  run --compare work.ipynb     where its output is not the stored one\n"
     "\n"
     "Nothing is imported beforehand, and a list is a list; the first error\n"
     "ends the run. It sees your names, and those that it binds stay.",
     COMMAND_FILES, "--compare", cmdbasic_run},
    {"save", "save FILE.py|FILE.md",
     "what you typed, as a script or as a lesson", NULL, COMMAND_FILES, NULL,
     cmdbasic_save},
    {"reset", "reset",
     "forgets all names; in a lesson: its variables as it set them", NULL,
     COMMAND_NOTHING, NULL, cmdbasic_reset},
    {"help", "help [TOPIC]", "help on a command, a function, a diagnostic",
     NULL, COMMAND_TOPICS, NULL, cmdhelp_help},
    {"apropos", "apropos WORD", "what mentions a word", NULL, COMMAND_NOTHING,
     NULL, cmdhelp_apropos},
    {"quit", "quit", "leaves; so does Ctrl-D", NULL, COMMAND_NOTHING, NULL,
     cmdbasic_quit},
    {"exit", "exit", "leaves", NULL, COMMAND_NOTHING, NULL, cmdbasic_quit},
    {0}};
