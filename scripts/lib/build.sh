# shellcheck shell=bash
# Sourced, after jdk.sh. build_if_stale MODULE builds MODULE/target/MODULE.jar and the modules it needs,
# only when one of their sources or poms is newer than that jar.

project_root=$(cd "${BASH_SOURCE[0]%/*}/../.." && pwd)

# MODULE and, through their poms, every module it needs: one name a line.
modules_needed_by() {
  local pom module text waiting=("$1") seen=" $1 "
  while ((${#waiting[@]})); do
    module=${waiting[0]}
    waiting=("${waiting[@]:1}")
    echo "$module"
    text=$(<"$project_root/$module/pom.xml")
    for pom in "$project_root"/*/pom.xml; do
      module=${pom%/pom.xml}
      module=${module##*/}
      if [[ $text == *"<artifactId>$module</artifactId>"* && $seen != *" $module "* ]]; then
        waiting+=("$module")
        seen+="$module "
      fi
    done
  done
}

# Folders count as sources, so that a deleted file makes the jar stale too.
is_stale() {
  local module target=$project_root/$1/target sources=("$project_root/pom.xml")
  [[ -f $target/$1.jar ]] || return 0
  # a jar that needs its libraries beside it
  ! grep -q 'libraries-beside-the-jar' "$project_root/$1/pom.xml" || [[ -d $target/lib ]] || return 0
  for module in $(modules_needed_by "$1"); do
    sources+=("$project_root/$module/pom.xml")
    [[ ! -d $project_root/$module/src/main ]] || sources+=("$project_root/$module/src/main")
    # the contract's files lie in their module's own folder
    [[ ! -f $project_root/$module/openapi.json ]] || sources+=("$project_root/$module"/*.json)
  done
  [[ -n $(find "${sources[@]}" -newer "$target/$1.jar" -print -quit) ]]
}

build_if_stale() {
  local module=$1 target=$project_root/$1/target
  is_stale "$module" || return 0
  if ! command -v mvn >/dev/null; then
    echo "Maven 3.8.7 or newer is needed to build $module and mvn is not on PATH: install Maven." >&2
    return 1
  fi
  echo "Building $module; the first time takes a minute, because Maven fetches the libraries." >&2
  mkdir -p "$target"
  touch "$target/build-started"
  if ! JAVA_HOME=$JAVA25_HOME mvn -q -B -ntp -f "$project_root/pom.xml" -pl "$module" -am package -DskipTests \
    -Dmaven.test.skip=true </dev/null >"$target/build.log" 2>&1; then
    cat "$target/build.log" >&2
    echo "Building $module failed; Maven's output is above." >&2
    return 1
  fi
  # Maven leaves an unchanged jar alone, and a source may be edited during a build: date the jar by the build's start.
  touch -r "$target/build-started" "$target/$module.jar"
}
