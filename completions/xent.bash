# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash: options, commands, their arguments, files.

_xent_commands='apropos check explain help info lesson plot progress report
run save set train whatif who'
_xent_options='--ascii --color= --help --no-init --seed= --version -W -e -i'

_xent() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  local command= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -e | -W | --seed | --color) ((i++)) ;;
      -* | =) ;;
      *) command=${COMP_WORDS[i]}; break ;;
    esac
  done
  case $before in
    -e) return ;;
    -W) COMPREPLY=($(compgen -W 'error on off' -- "$word")); return ;;
  esac
  case $command in
    '')
      COMPREPLY=($(compgen -W "$_xent_commands $_xent_options" -- "$word")
        $(compgen -f -X '!*.@(py|ipynb|md)' -- "$word")
        $(compgen -d -- "$word"))
      ;;
    train)
      COMPREPLY=($(compgen -W 'binary multi epochs= lr= hidden= seed=
        optimizer=sgd optimizer=adam momentum= batch= every= --plot= --screen' \
        -- "$word"))
      ;;
    check | run) COMPREPLY=($(compgen -f -- "$word")) ;;
    help) COMPREPLY=($(compgen -W "$_xent_commands" -- "$word")) ;;
  esac
  [[ ${COMPREPLY-} != *= ]] || compopt -o nospace
}

complete -o filenames -F _xent xent
