# shellcheck shell=bash
# Sourced. has_node: whether Node 20 or newer is here, with npm.

has_node() {
  command -v npm >/dev/null && (($(node -p 'parseInt(process.versions.node)') >= 20))
}
