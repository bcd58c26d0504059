# shellcheck shell=bash
# Sourced, after build.sh: what the local operator's Java is started with.

# shellcheck disable=SC2034 # read by whoever sources this
local_flags=(-XX:+UseSerialGC -XX:MaxTenuringThreshold=2 -Xms64m -Xmx512m -XX:MaxDirectMemorySize=256m
  -Djava.util.logging.config.file="${project_root:?}/local/logging.properties"
  -Dorg.sqlite.lib.path="${project_root:?}/local/target/native" --enable-native-access=ALL-UNNAMED)
# With the JDK's cache, which scripts/local makes.
# shellcheck disable=SC2034
cache_flags=(-XX:AOTCache="${project_root:?}/local/target/local.aot" -Xlog:aot=off -Xlog:cds=off)
