# shellcheck shell=bash
# Sourced. Finds a JDK 25 or newer and exports JAVA25_HOME, or stops with one sentence.
# Looks where the build looks, and reads each JDK's "release" file: starting java to ask would cost 50 ms apiece.

# The major version of the JDK in $1, in jdk_major; fails where there is no JDK (a JRE has no javac).
read_jdk_major() {
  local line
  jdk_major=
  [[ -x $1/bin/javac && -r $1/release ]] || return 1
  while IFS= read -r line; do
    if [[ $line =~ ^JAVA_VERSION=\"?([0-9]+) ]]; then
      jdk_major=${BASH_REMATCH[1]}
      return 0
    fi
  done <"$1/release"
  return 1
}

# The home of the `java` on PATH, through its symbolic links.
jdk_on_path() {
  local java
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  printf '%s' "${java%/bin/java}"
}

find_jdk() {
  local home
  for home in \
    "${JAVA25_HOME:-}" \
    "${JAVA_HOME:-}" \
    /usr/lib/jvm/* \
    ~/.sdkman/candidates/java/* \
    ~/.jdks/* \
    ~/.m2/jdks/* \
    ~/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$(jdk_on_path)"; do
    if [[ -n $home ]] && read_jdk_major "$home" && ((jdk_major >= 25)); then
      export JAVA25_HOME=$home
      return 0
    fi
  done
  echo "A JDK 25 or newer is needed and none was found: install one (for example Temurin 25), or set JAVA_HOME to it." >&2
  return 1
}

find_jdk || exit 1
