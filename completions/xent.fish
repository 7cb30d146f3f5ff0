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
end
__xent_command apropos 'find what the help says of a word'
__xent_command check 'prove that lessons hold'
__xent_command explain 'show how a value comes to be'
__xent_command help 'help on a name, a command or a code'
__xent_command info 'what a value is'
__xent_command lesson 'walk through a lesson'
__xent_command plot 'draw an expression'
__xent_command progress 'what has been learnt so far'
__xent_command report 'the progress as a table'
__xent_command run 'run a Python file or a notebook'
__xent_command save 'write the session to a file'
__xent_command set 'settings'
__xent_command train 'train a sample network'
__xent_command whatif 'sliders on every number of an expression'
__xent_command who 'the names that are bound'
functions -e __xent_command

set -l training __fish_seen_subcommand_from train
complete -c xent -n "$training" -x -a 'binary multi epochs= lr= hidden= seed=
    optimizer=sgd optimizer=adam momentum= batch= every='
complete -c xent -n "$training" -l plot -r -d 'write the curve to a file'
complete -c xent -n "$training" -l screen -d 'watch in the terminal'
