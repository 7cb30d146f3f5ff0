# SPDX-License-Identifier: GPL-3.0-or-later
# Each command of `help` stands in the manual and in every shell's completion.
fail() { echo "$*"; exit 1; }
commands=$("$XENT" help | sed -n 's/^  \([a-z]*\)  .*/\1/p')
[ "$(echo "$commands" | wc -l)" -gt 20 ] || fail "help lists: $commands"
for command in $commands; do
  for file in man/xent.1 completions/_xent completions/xent.bash \
    completions/xent.fish; do
    grep -qw -e "$command" "$SRC/$file" || fail "$file lacks $command"
  done
done

# What bash completes.
complete_bash() {
  bash -c '. "$1"; shift; compopt() { :; }
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _xent
    echo "${COMPREPLY[*]}"' bash "$SRC/completions/xent.bash" "$@"
}
completes() {
  wanted=$1
  shift
  said=$(complete_bash "$@")
  [ "$said" = "$wanted" ] || fail "$* completes to: $said"
}
command -v bash >/dev/null || exit 0
completes train xent tra
completes 'binary batch=' xent train b
completes 'sgd adam' xent train multi optimizer =
completes '' xent train multi lr =
completes 'error on off' xent -W ''
completes '--accept --rows' xent check --
completes --compare xent run --
