# Runs at every boot of an instance, output on its console: what the user data asks for at each boot, then, once in the
# instance's life, what it asks for at the first, as cloud-init does on AWS; then the machine's own boot scripts.
instance=/var/lib/cloud/instance
cd / || exit
if [ -f $instance/boot ]; then
  sh $instance/boot every
  if [ ! -e $instance/sem/user-data ]; then
    mkdir -p $instance/sem && : >$instance/sem/user-data
    sh $instance/boot first
    : >$instance/boot-finished
    echo "cloister: the user data has been run"
  fi
fi
for script in /var/lib/cloud/scripts/per-boot/* /etc/rc.local; do
  if [ -f "$script" ] && [ -x "$script" ]; then
    "$script" || echo "cloister: $script ended with exit code $?"
  fi
done
