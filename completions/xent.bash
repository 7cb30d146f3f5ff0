# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for bash: options, commands, their arguments, files.

_xent_commands='apropos back bars check compare exit explain goto help hint
info lesson next play plot progress quiet quit report reset run save set skip
solution train who'
_xent_options='--ascii --color= --help --no-init --seed= --version -W -e -h -i
-V'

# The words that may stand at this place of a command's line.
_xent_words() {
  case $1 in
    check) echo --accept --rows ;;
    explain) echo -1 -2 -3 --md --tex ;;
    help) echo $_xent_commands numpy torch nn F ;;
    lesson) echo new ;;
    plot) echo loss --plot= ;;
    run) echo --compare ;;
    set) echo digits warnings color ascii on off error ;;
    train)
      echo binary multi epochs= lr= hidden= seed= optimizer= momentum= \
        batch= every= as --plot --plot= --screen
      ;;
  esac
}

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
  if [[ $word == '=' ]]; then
    word=
    before+==
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}=
  fi
  case $before in
    -e) return ;;
    -W) COMPREPLY=($(compgen -W 'error on off' -- "$word")); return ;;
    --color | --color=)
      COMPREPLY=($(compgen -W 'auto always never' -- "$word"))
      return
      ;;
    --plot=) COMPREPLY=($(compgen -f -- "$word")); return ;;
    optimizer=) COMPREPLY=($(compgen -W 'sgd adam' -- "$word")); return ;;
    *=) return ;;
  esac
  if [[ ! $command ]]; then
    COMPREPLY=($(compgen -W "$_xent_commands $_xent_options" -- "$word")
      $(compgen -f -X '!*.@(py|ipynb)' -- "$word")
      $(compgen -d -- "$word"))
  else
    COMPREPLY=($(compgen -W "$(_xent_words "$command")" -- "$word"))
    case $command in
      check | lesson | run | save) COMPREPLY+=($(compgen -f -- "$word")) ;;
    esac
  fi
  [[ ${COMPREPLY-} != *= ]] || compopt -o nospace
}

complete -o filenames -F _xent xent
