# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish: options, commands, their arguments, files.

complete -c xent -s e -x -d 'evaluate an expression'
complete -c xent -s i -d 'stay at the prompt afterwards'
complete -c xent -s W -x -a 'error on off' -d 'warnings'
complete -c xent -l color -x -a 'auto always never' -d 'colours'
complete -c xent -l ascii -d 'signs of ASCII only'
complete -c xent -l no-init -d 'skip the init file'
complete -c xent -l seed -x -d 'seed of the random streams'
complete -c xent -s h -l help -d 'show help'
complete -c xent -s V -l version -d 'show the version'

function __xent_command -d 'add a command of xent' -a name words
    complete -c xent -n __fish_use_subcommand -a $name -d $words
    complete -c xent -n '__fish_seen_subcommand_from help' -a $name -d $words
end
__xent_command apropos 'what mentions a word'
__xent_command back 'in a lesson, the step before'
__xent_command bars 'a vector as bars'
__xent_command check 'proves that lessons are right'
__xent_command compare 'loss curves of named runs together'
__xent_command exit leaves
__xent_command explain 'every step that leads to a value'
__xent_command goto 'in a lesson, another step'
__xent_command help 'help on a command, a function, a diagnostic'
__xent_command hint 'in a lesson, the next hint'
__xent_command info 'what a value is'
__xent_command lesson 'the lessons, or one of them'
__xent_command next 'in a lesson, the next step'
__xent_command play 'in a lesson, shows the examples again'
__xent_command plot 'a curve or bars, in a window, a file or as text'
__xent_command progress 'what you have answered so far'
__xent_command quiet 'silences a diagnostic'
__xent_command quit leaves
__xent_command report 'progress as a table for a teacher'
__xent_command reset 'forgets all names'
__xent_command run 'runs a script or notebook as strict Python'
__xent_command save 'what you typed, as a script or as a lesson'
__xent_command set settings
__xent_command skip 'in a lesson, shows the answer and goes on'
__xent_command solution 'in a lesson, the answer, after two tries'
__xent_command train 'trains a sample network and shows the loss curve'
__xent_command who 'your names and what they hold'
functions -e __xent_command

set -l in __fish_seen_subcommand_from
complete -c xent -n "$in train" -x -a 'binary multi epochs= lr= hidden= seed=
    optimizer=sgd optimizer=adam momentum= batch= every= as'
complete -c xent -n "$in train plot" -l plot -r -d 'write a picture'
complete -c xent -n "$in train" -l screen -d 'watch in the terminal'
complete -c xent -n "$in plot" -a loss -d 'the last training'
complete -c xent -n "$in explain" -s 1 -d 'your own sub-expressions'
complete -c xent -n "$in explain" -s 2 -d 'the operations opened'
complete -c xent -n "$in explain" -s 3 -d 'with the reasons'
complete -c xent -n "$in explain" -l md -d 'a table in Markdown'
complete -c xent -n "$in explain" -l tex -d 'a table in TeX'
complete -c xent -n "$in check" -l accept -d 'rewrite what examples print'
complete -c xent -n "$in check" -l rows -d 'run the example of every operation'
complete -c xent -n "$in run" -l compare \
  -d 'show where a notebook prints something else'
complete -c xent -n "$in lesson" -a new -d 'write a skeleton'
complete -c xent -n "$in set" -x -a 'digits warnings color ascii on off error'
complete -c xent -n "$in help" -x -a 'numpy torch nn F'
