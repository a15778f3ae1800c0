#!/usr/bin/env bash
# Tries the README's commands on a machine that has only python3 and git: a new Debian root, a new
# clone of this checkout's last commit, an empty home.
#
#   sudo packaging/try-fresh-machine.sh FOLDER [COMMAND...]     default: python3 dev.py test
#
# FOLDER receives the root and is kept, so that a second command finds the first one's work; remove
# it to start anew. The package settings of this machine go in through the environment:
#   SUITE=bookworm  MIRROR=http://deb.debian.org/debian
#   COPY_IN="FILE..."   files copied to the same place, such as /etc/pip.conf
#   BIND_IN="DIR..."    folders shown read-only at the same place, such as a folder of wheels
#   FRESH_USER=NAME     run as this user, without root's rights
# Variables that begin with PIP_, and those of proxies and certificates, are handed on.
set -euo pipefail

root="$(realpath -m "${1:?say which folder the new root goes into}")"
shift
source="$(cd "$(dirname "$0")/.." && pwd)"
user="${FRESH_USER:-root}"
home="/home/fresh-$user"

unmount() {
  local place
  for place in ${BIND_IN:-} /dev/shm /dev /proc; do
    if mountpoint -q "$root$place"; then umount "$root$place"; fi
  done
}

make_root() {
  debootstrap --variant=minbase --include=python3,git,ca-certificates \
    "${SUITE:-bookworm}" "$root" "${MIRROR:-http://deb.debian.org/debian}"
  rm -rf "$root/var/lib/apt/lists/"*
  git clone -q "$source" "$root/srv/mediadesk"
}

if [ ! -d "$root/srv/mediadesk" ]; then make_root; fi
for file in ${COPY_IN:-}; do install -D -m 644 "$file" "$root$file"; done
install -m 644 /etc/resolv.conf "$root/etc/resolv.conf"

trap unmount EXIT
mkdir -p "$root/dev/shm"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
for folder in ${BIND_IN:-}; do
  mkdir -p "$root$folder"
  mount --bind -o ro "$folder" "$root$folder"
done

if [ "$user" != root ] && ! chroot "$root" id "$user" >/dev/null 2>&1; then
  chroot "$root" useradd --no-create-home "$user"
fi
mkdir -p "$root$home"
chroot "$root" chown -R "$user" "$home" /srv/mediadesk

settings=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "HOME=$home" LANG=C.UTF-8)
while IFS= read -r line; do settings+=("$line"); done < <(
  env | grep -E '^(PIP_[A-Z_]+|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|https?_proxy|no_proxy)=' || true
)
if [ $# -eq 0 ]; then set -- python3 dev.py test; fi
echo "== as $user: $*"
env -i "${settings[@]}" chroot --userspec="$user" "$root" \
  bash -c 'cd /srv/mediadesk && exec "$@"' bash "$@"
