#!/bin/sh
# Stands for apt, apt-get, dnf and yum. The programs here are those of the machine that runs cloister: what is installed there
# is here already, what isn't can't be fetched. So installing checks, names what is missing, and fails if anything is.
install=
missing=
for word; do
  case $word in
    -*) ;;
    install | reinstall) install=yes ;;
    update | upgrade | dist-upgrade | makecache | clean | autoremove | remove | purge)
      [ -n "$install" ] || { echo "cloister: $word: nothing to do, packages come from the machine below"; exit 0; }
      ;;
    *)
      [ -n "$install" ] || continue
      case $(dpkg-query -W -f '${Status}' "$word" 2>/dev/null) in
        *" installed") echo "cloister: package $word is there" ;;
        *) missing="$missing $word" ;;
      esac
      ;;
  esac
done
[ -n "$install" ] || { echo "cloister: ${0##*/} $*: only installing is understood" >&2; exit 100; }
[ -z "$missing" ] || {
  echo "cloister: missing:$missing. Install it on the machine that runs cloister; then it is here too" >&2
  exit 100
}
