#!/bin/sh
# Fetches the dist files of bpmn-js (npm) and keeps those that the console needs, with their licence.
# Usage: ./refresh-bpmn-js.sh 18.31.1   ; then use the new path in flow/form.xhtml and request/view.xhtml.
set -eu

version=${1:?usage: $0 VERSION}
here=$(cd "$(dirname "$0")" && pwd)
kept="$here/src/main/webapp/resources/bpmn-js"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent "bpmn-js@$version" >/dev/null && tar -xzf bpmn-js-*.tgz)

rm -rf "$kept"
mkdir -p "$kept/$version"
cd "$work/package"
cp LICENSE \
  dist/bpmn-modeler.production.min.js \
  dist/bpmn-navigated-viewer.production.min.js \
  dist/assets/diagram-js.css \
  dist/assets/bpmn-js.css \
  dist/assets/bpmn-font/css/bpmn-embedded.css \
  "$kept/$version/"
echo "bpmn-js $version" >"$kept/$version/VERSION"
ls -l "$kept/$version"
