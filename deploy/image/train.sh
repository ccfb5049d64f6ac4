#!/usr/bin/env bash
# Starts the service once, without anything it needs, asks it a few things and ends it: the JVM then writes down which classes
# it loaded. In the folder with quarkus-run.jar; leaves app.aot there.
set -euo pipefail

readonly PORT=18081 MANAGEMENT=18091 PATIENCE=${TRAINING_PATIENCE:-300}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo 'clients: []' > "$work/access.yaml"

export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=$PORT
export QUARKUS_MANAGEMENT_HOST=127.0.0.1 QUARKUS_MANAGEMENT_PORT=$MANAGEMENT
export QUARKUS_FLYWAY_MIGRATE_AT_START=false
export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:1/none
export QUARKUS_DATASOURCE_USERNAME=none QUARKUS_DATASOURCE_PASSWORD=none
export KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1
export QUARKUS_S3_ENDPOINT_OVERRIDE=http://127.0.0.1:1 QUARKUS_S3_AWS_REGION=us-east-1
export QUARKUS_S3_AWS_CREDENTIALS_TYPE=static
export QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID=none
export QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY=none
export VESTIBULE_ACCESS_FILE=$work/access.yaml

# The status line of GET, or nothing while nobody listens.
get() {
  local line=
  if exec 3<> "/dev/tcp/127.0.0.1/$1"; then
    printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3
    IFS= read -r line <&3 || true
    exec 3>&-
  fi 2> /dev/null
  echo "$line"
}

# A small heap, as the service will have: a large one would make a cache that it cannot use.
java -Xmx256m -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar > "$work/log" 2>&1 &
readonly service=$!

until [[ $(get $MANAGEMENT /q/health/live) == *" 200 "* ]]; do
  if ! kill -0 $service 2> /dev/null || ((SECONDS > PATIENCE)); then
    tail -n 50 "$work/log" >&2
    exit 1
  fi
  sleep 0.2
done
for path in /q/health/ready /q/metrics /openapi; do
  get $MANAGEMENT $path > /dev/null
done
for path in / /v1/files /v1/enterprise/users /v3/submission /v1/sessions /api/v2/my/documents; do
  get $PORT $path > /dev/null
done
kill -TERM $service
wait $service || true

if [[ ! -s app.aot ]]; then
  tail -n 50 "$work/log" >&2
  exit 1
fi
