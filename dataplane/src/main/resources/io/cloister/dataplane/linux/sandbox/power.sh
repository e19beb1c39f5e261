#!/bin/sh
# The power button of this machine. AWS calls what follows an instance-initiated shutdown.
case "${0##*/} $*" in
  *reboot* | *" -r"*) echo reboot ;;
  *) echo poweroff ;;
esac >/run/cloister/power
