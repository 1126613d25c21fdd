/**
 * Runs as root of fresh namespaces and builds what the program sees: a root folder that holds the system's programs and
 * the tools of the runner, read-only, and the program's own folders; its own `/proc`; a few devices; nothing else of the
 * machine. Then the machine's root is unmounted and the program starts without capabilities and without a way to get any.
 * What is not listed here is not there: sockets of services, other folders of the job, files that carry its commands.
 *
 * Arguments: an empty folder to build in, user and group id or `-`, the working folder, the number of writable folders,
 * these, the number of read-only folders, these, then the program and its arguments.
 *
 * The shell stays process 1: it dies with `unshare`, also when the program has left its session, and takes everything
 * in the namespace with it.
 */
export const ISOLATION_SCRIPT = `
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
umask 022
root=$1 user=$2 group=$3 work=$4
shift 4
mount -t tmpfs -o mode=755,nosuid,nodev gatehouse "$root"
mkdir "$root/tmp" "$root/proc" "$root/dev" "$root/dev/shm" "$root/.machine"
chmod 1777 "$root/tmp" "$root/dev/shm"
left=$1
shift
while [ "$left" -gt 0 ]; do
  [ "$user" = - ] || chown -R "$user:$group" "$1"
  mkdir -p "$root$1"
  mount --bind "$1" "$root$1"
  mount -o remount,bind,nosuid,nodev "$root$1"
  left=$((left - 1))
  shift
done
left=$1
shift
while [ "$left" -gt 0 ]; do
  if [ -L "$1" ]; then
    mkdir -p "$(dirname "$root$1")"
    ln -s "$(readlink "$1")" "$root$1"
  elif [ -d "$1" ]; then
    mkdir -p "$root$1"
    mount --rbind "$1" "$root$1"
    findmnt -Rlno TARGET "$root$1" | while IFS= read -r below; do mount -o remount,bind,ro "$below"; done
  fi
  left=$((left - 1))
  shift
done
for device in /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/nvidia*; do
  [ -c "$device" ] || continue
  : > "$root$device"
  mount --bind "$device" "$root$device"
done
ln -s /proc/self/fd "$root/dev/fd"
ln -s /proc/self/fd/1 "$root/dev/stdout"
ln -s /proc/self/fd/2 "$root/dev/stderr"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
cd "$root"
pivot_root . .machine
cd /
umount -l /.machine
rmdir /.machine
cd "$work"
identity=
[ "$user" = - ] || identity="--reuid=$user --regid=$group --clear-groups"
set +e
setpriv $identity --no-new-privs --inh-caps=-all --ambient-caps=-all --bounding-set=-all -- "$@"
exit $?
`;

/**
 * Says what a program in there sees, one fact a line: its namespaces, whether `/proc` is its own and how many processes
 * it lists, capabilities, routes, and whether a file of the machine, the first argument, exists.
 */
export const PROBE_SCRIPT = `
set -eu
for name in pid net mnt ipc; do echo "namespace $name $(readlink /proc/self/ns/$name)"; done
read -r number rest < /proc/self/stat
[ "$number" = "$$" ] && echo "own-proc"
echo "processes $(ls -d /proc/[0-9]* | wc -l)"
grep -E '^(CapPrm|CapEff|CapBnd|NoNewPrivs):' /proc/self/status
echo "ipv4-routes $(tail -n +2 /proc/net/route | wc -l)"
if [ -e /proc/net/ipv6_route ]; then echo "ipv6-routes $(grep -vc ' lo$' /proc/net/ipv6_route || true)"; fi
[ -e "$1" ] && echo "sees the machine"
[ -e /run ] && echo "sees /run"
echo "end"
`;
