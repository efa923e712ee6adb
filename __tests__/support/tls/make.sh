#!/bin/sh
# Makes the certificates that the tests use; run it again to replace all of them. They protect nothing.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '[req]\ndistinguished_name = name\n[name]\n' >"$work/empty.cnf"

# certificate NAME EXTENSION [openssl arguments]: a key and a certificate, valid for 100 years
certificate() {
  name=$1 extension=$2
  shift 2
  openssl req -config "$work/empty.cnf" -x509 -nodes -days 36500 -newkey rsa:2048 \
    -subj "/CN=prune-image-tags test $name" -addext "$extension" -keyout "$name.key" -out "$name.crt" "$@"
}

certificate ca basicConstraints=critical,CA:TRUE
certificate server subjectAltName=IP:127.0.0.1,IP:127.0.0.2,DNS:localhost -CA ca.crt -CAkey ca.key
certificate client extendedKeyUsage=clientAuth -CA ca.crt -CAkey ca.key
certificate token basicConstraints=critical,CA:TRUE # self-signed; signs JSON web tokens (RS256)
rm ca.key                                           # nothing else is to be signed by it
