/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands, in the order of `help`. */
#include "app/cmdbasic.h"
#include "app/cmdexplain.h"
#include "app/cmdhelp.h"
#include "app/cmdlesson.h"
#include "app/cmdplot.h"
#include "app/cmdtrain.h"
#include "app/command.h"

const Command commands_table[] = {
    {"explain", "explain [-1|-2|-3] [--md|--tex] EXPR",
     "every step that leads to a value",
     "-1 shows your own sub-expressions, -2 opens the operations, -3 adds the\n"
     "reasons; --md and --tex write the table for a handout.",
     COMMAND_EXPRESSION, NULL, cmdexplain_run},
    {"info", "info EXPR", "what a value is: kind, shape, type", NULL,
     COMMAND_EXPRESSION, NULL, cmdexplain_info},
    {"plot", "plot EXPR, ... | plot f, LOW, HIGH | plot loss [--plot=FILE]",
     "a curve or bars, in a window, a file or as text",
     "plot [1, 4, 9]         a vector against its index\n"
     "plot sigmoid, -6, 6    a function\n"
     "plot x**2, -3, 3       an expression in x\n"
     "plot loss              the last training\n"
     "--plot=FILE.svg, .png or .pdf writes a picture with gnuplot.",
     COMMAND_EXPRESSION, NULL, cmdplot_run},
    {"bars", "bars EXPR", "a vector as bars", NULL, COMMAND_EXPRESSION, NULL,
     cmdplot_bars},
    {"train",
     "train binary|multi [epochs=N] [lr=X] [hidden=N] [seed=N] "
     "[optimizer=sgd|adam] [momentum=X] [batch=N] [every=N] [--plot[=FILE]] "
     "[--screen] [as NAME]",
     "trains a sample network and shows the loss curve",
     "binary: 4-5-1, relu, sigmoid, BCELoss; multi: 4-5-3, relu, "
     "CrossEntropyLoss.\n"
     "The data are make_classification(random_state=42), scaled and split.",
     COMMAND_LISTED,
     "binary multi epochs= lr= hidden= seed= optimizer= momentum= batch= "
     "every= --plot --plot= --screen as",
     cmdtrain_run},
    {"compare", "compare NAME NAME ...", "loss curves of named runs together",
     "train binary as a; train binary lr=0.5 as b; compare a b",
     COMMAND_NOTHING, NULL, cmdtrain_compare},
    {"lesson", "lesson [N | NAME | N.STEP | FILE | new FILE]",
     "the lessons, or one of them", NULL, COMMAND_LESSONS, NULL,
     cmdlesson_lesson},
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
     NULL, COMMAND_LISTED, "digits warnings color ascii on off error",
     cmdbasic_set},
    {"quiet", "quiet CODE", "silences a diagnostic: quiet W101", NULL,
     COMMAND_TOPICS, NULL, cmdbasic_quiet},
    {"run", "run FILE", "runs a script or notebook as strict Python", NULL,
     COMMAND_FILES, NULL, cmdbasic_run},
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
