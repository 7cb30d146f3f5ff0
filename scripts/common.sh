# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by scripts/run, scripts/check and .ci/run: install what is missing,
# configure and build in a folder of its own. Everything said goes to stderr.

: "${top:=$(cd "$(dirname "$0")/.." && pwd)}"

say() {
  printf 'xent: %s\n' "$*" >&2
}

die() {
  say "$*"
  exit 1
}

# How a need is found, and its package with apt, dnf, pacman and brew; one
# name stands for all four, and - for nothing to install.
needs='
command:cc gcc gcc gcc -
command:make make
command:autoreconf autoconf
command:automake automake
command:pkg-config pkg-config pkgconf-pkg-config pkgconf pkg-config
header:stdio.h libc6-dev glibc-devel glibc -
macro:ax_append_compile_flags.m4 autoconf-archive
library:jansson libjansson-dev jansson-devel jansson jansson
library:md4c libmd4c-dev md4c-devel md4c md4c
header:csv.h libcsv-dev libcsv-devel libcsv libcsv
library:readline libreadline-dev readline-devel readline readline
library:ncursesw libncurses-dev ncurses-devel ncurses ncurses
library:cmocka libcmocka-dev libcmocka-devel cmocka cmocka
command:gnuplot gnuplot-nox gnuplot-minimal gnuplot gnuplot
'

found() {
  case $1 in
    command:*) command -v "${1#*:}" ;;
    library:*) pkg-config --exists "${1#*:}" ;;
    header:*) printf '#include <%s>\n' "${1#*:}" | cc -E - ;;
    macro:*) ls "$(aclocal --print-ac-dir)/${1#*:}" \
      "${HOMEBREW_PREFIX:-/usr}/share/aclocal/${1#*:}" 2>/dev/null | grep . ;;
  esac >/dev/null 2>&1
}

# Prints the number of this machine's package column in `needs`, or 0.
manager() {
  if command -v apt-get; then column=1
  elif command -v dnf; then column=2
  elif command -v pacman; then column=3
  elif command -v brew; then column=4
  else column=0; fi >/dev/null
  echo $column
}

# missing COLUMN: the packages of what is not found, one line
missing() {
  printf '%s' "$needs" | while read -r what packages; do
    [ -n "$what" ] || continue
    found "$what" && continue
    name=$(echo "$packages" | awk -v n="$1" '{ print (NF > 1 ? $n : $1) }')
    [ "$name" = - ] || echo "$name"
  done | sort -u | tr '\n' ' '
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    say "this needs the administrator's rights: sudo $*"
    sudo "$@"
  else
    die "run this as the administrator, then try again: $*"
  fi
}

install_packages() {
  case $1 in
    1) as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
      as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $2 ;;
    2) as_root dnf install -y $2 ;;
    3) as_root pacman -S --needed --noconfirm $2 ;;
    4) brew install $2 ;;
  esac </dev/null >&2
}

# Homebrew keeps its readline and ncurses away from the usual places.
find_brew_libraries() {
  command -v brew >/dev/null || return 0
  for keg in readline ncurses; do
    PKG_CONFIG_PATH=$(brew --prefix "$keg")/lib/pkgconfig:${PKG_CONFIG_PATH:-}
  done
  export PKG_CONFIG_PATH
}

install_missing() {
  find_brew_libraries
  column=$(manager)
  if [ "$column" = 0 ]; then
    say 'no apt, dnf, pacman or brew here: configure will say what is missing'
    return 0
  fi
  packages=$(missing "$column")
  [ -n "$packages" ] || return 0
  say "installing $packages"
  install_packages "$column" "$packages" ||
    say 'not everything could be installed; going on with what is there'
}

# quietly LOG COMMAND...: its output goes to LOG, and to stderr if it fails
quietly() {
  log=$1
  shift
  "$@" </dev/null >"$log" 2>&1 && return 0
  cat "$log" >&2
  die "failed: $* (log: $log)"
}

# configured FOLDER [OPTION...]: makes FOLDER/Makefile when there is none
configured() {
  dir=$top/$1
  shift
  # A new file is built without further ado; on CI the list must be current.
  [ -n "${CI:-}" ] || "$top/scripts/sources"
  [ ! -f "$dir/Makefile" ] || return 0
  [ ! -f "$top/config.status" ] ||
    die 'the source folder itself is configured: make distclean there first'
  install_missing
  mkdir -p "$dir"
  say "configuring in $dir"
  (cd "$top" && quietly "$dir/autoreconf.log" autoreconf -i) || exit
  (cd "$dir" && quietly "$dir/configure.log" "$top/configure" -q "$@") || exit
  say 'building; this takes a minute the first time'
}

# built FOLDER TARGET: quiet unless there is a warning or an error
built() {
  jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
  quietly "$top/$1/make.log" \
    make -s --no-print-directory -C "$top/$1" -j"$jobs" "$2"
  ! grep -q 'warning:' "$top/$1/make.log" || cat "$top/$1/make.log" >&2
}
