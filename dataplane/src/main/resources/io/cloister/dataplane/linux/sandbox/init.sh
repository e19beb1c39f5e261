# The first program of an instance, a child of bubblewrap's own pid 1 (which reaps). It says that it is up, runs what the
# instance was told to run at boot, and then waits at the power button: one idle process.
#   $1: number of the file descriptor on which to say that the sandbox is up (and nothing after a reboot)
HOME=/root
cd /root || exit 1
read -r name </etc/hostname

# The console keeps the last 256 to 512 KB, whatever the programs write: two files, of which the older is overwritten. (dd
# would count a short read as a whole block.)
keep_console() {
  n=0
  while :; do
    stdbuf -o0 head -c 262144 >/run/cloister/console.$n || exit
    n=$((1 - n))
  done
}

# Ends every process but this one and pid 1: asks first, and lets the server's patience decide about those that don't listen.
end_all() {
  kill -TERM -1
  while kill -0 -1; do sleep 0.02; done
} 2>/dev/null

boot=/var/lib/cloud/instance/boot
exec 9<>/run/cloister/power
if [ -n "${1-}" ]; then
  echo up >&"$1"
  eval "exec $1>&-"
fi
if [ -s $boot ] || [ -x /etc/rc.local ] || [ -d /var/lib/cloud/scripts/per-boot ]; then
  exec 8<>/run/cloister/console.in
  ln -sf /run/cloister/console.in /dev/console
  # Twice forked, so that they belong to pid 1 and nobody here has to wait for them.
  (keep_console <&8 8>&- 9>&- &)
  echo "cloister: $name is up" >&8
  (sh /run/cloister/boot 2>&1 </dev/null 8>&- 9>&- | tee -a /var/log/cloud-init-output.log >&8 8>&- 9>&- &)
else
  echo "cloister: $name is up" >/run/cloister/console.0
fi

while read -r button <&9; do
  case $button in
    stop | poweroff) end_all; exit 0 ;;
    reboot) end_all; exec sh /run/cloister/init ;;
  esac
done
