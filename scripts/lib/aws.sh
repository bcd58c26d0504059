# shellcheck shell=bash
# Sourced by what works on an AWS account: which region, which account, and one sentence when something is missing.

# need_command COMMAND NAME HOW_TO_GET_IT
need_command() {
  command -v "$1" >/dev/null && return 0
  echo "$2 is needed and $1 is not on PATH: $3." >&2
  return 1
}

# The region, in $region: --region, the environment, or the profile.
find_region() {
  region=${region:-${AWS_REGION:-${AWS_DEFAULT_REGION:-}}}
  if [[ -z $region ]] && command -v aws >/dev/null; then
    region=$(aws configure get region 2>/dev/null) || true
  fi
  [[ -n $region ]]
}

# Exports the region, and sets $account, or stops with one sentence.
need_account() {
  need_command aws "The AWS CLI" "see https://aws.amazon.com/cli" || return 1
  if ! find_region; then
    echo "No AWS region is set: pass --region, or set AWS_REGION." >&2
    return 1
  fi
  export AWS_REGION=$region AWS_DEFAULT_REGION=$region
  # shellcheck disable=SC2034 # read by whoever sources this
  if ! account=$(aws sts get-caller-identity --query Account --output text 2>/dev/null); then
    echo "No AWS credentials work here: try \"aws sts get-caller-identity\"; \"aws configure\" or AWS_PROFILE give some." >&2
    return 1
  fi
}

# stack_output KEY: one output of the stack $stack.
stack_output() {
  aws cloudformation describe-stacks --stack-name "${stack:?}" --output text \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue"
}

# stack_parameter KEY: one parameter of the stack $stack, as it is deployed.
stack_parameter() {
  aws cloudformation describe-stacks --stack-name "${stack:?}" --output text \
    --query "Stacks[0].Parameters[?ParameterKey=='$1'].ParameterValue"
}
