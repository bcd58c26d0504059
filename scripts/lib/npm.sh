# shellcheck shell=bash
# Sourced. Tools from npm, each in a folder of its own below target/tools. Their versions are here and nowhere else.

# shellcheck disable=SC2034 # read by whoever sources this
redocly=@redocly/cli@2.77.0 asyncapi_parser=@asyncapi/parser@3.6.3 asyncapi_component=@asyncapi/react-component@3.2.1
# The rules are nothing without the library they judge with, which npm is told not to add by itself.
# shellcheck disable=SC2034
cdk_nag=(cdk-nag@3.0.2 aws-cdk-lib@2.276.0 constructs@10.8.0)
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true

# shellcheck source=scripts/lib/node.sh
source "${BASH_SOURCE[0]%/*}/node.sh"
if ! has_node; then
  echo "Node 20 or newer with npm is needed for this." >&2
  exit 1
fi

# npm_tool NAME@VERSION [OTHER@VERSION...]: the folder where it lies, in $tool; fetched when it is not there. Nothing of it is run.
npm_tool() {
  local name=${1#@}
  tool=$PWD/target/tools/${name//[@\/]/-}
  [[ ! -f $tool/complete ]] || return 0
  rm -rf "$tool"
  mkdir -p "$tool"
  npm install --prefix "$tool" --no-package-lock --no-audit --no-fund --ignore-scripts --legacy-peer-deps --loglevel=error \
    "$@" >/dev/null
  touch "$tool/complete"
}
