#!/bin/sh
# Stands for systemctl: starts and stops services by the scripts in /etc/init.d, which packages bring beside systemd's units.
verb=
status=0
for word; do
  case $word in
    -*) ;;
    *)
      if [ -z "$verb" ]; then
        verb=$word
        continue
      fi
      name=${word%.service}
      case $verb in
        enable | disable | daemon-reload | mask | unmask | reset-failed) continue ;;
        is-active) verb=status ;;
      esac
      if [ -x "/etc/init.d/$name" ]; then
        "/etc/init.d/$name" "$verb" || status=$?
      else
        echo "Unit $name.service not found: there is no /etc/init.d/$name, and no systemd here." >&2
        status=5
      fi
      ;;
  esac
done
exit $status
