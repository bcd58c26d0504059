// Usage: node asyncapi-page.mjs FOLDER-OF-THE-COMPONENT DOCUMENT PAGE. One page with document, script and style in it.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [folder, document, page] = process.argv.slice(2);
const component = join(folder, "node_modules/@asyncapi/react-component");
const read = (path) => readFileSync(path, "utf8");

// The value with each reference to a file replaced by what is in that file: a page cannot read beside itself.
function whole(value) {
  if (Array.isArray(value)) {
    return value.map(whole);
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  if (typeof value.$ref === "string" && !value.$ref.startsWith("#")) {
    const { $ref, ...beside } = value;
    // the messages show examples already
    const { $schema, examples, ...schema } = JSON.parse(read(join(dirname(document), $ref)));
    return { ...whole(schema), ...beside };
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, whole(inner)]));
}

const schema = whole(JSON.parse(read(document)));
const inScript = (text) => text.replace(/<\/script/gi, "<\\/script").replace(/<!--/g, "<\\!--");
// the component's style would show patterns in small letters, and leaves the font to the browser
const style =
  "body{margin:0 auto;max-width:80rem;font-family:system-ui,sans-serif}.aui-root *{text-transform:none!important}";
const config = { show: { errors: true, sidebar: true }, expand: { messageExamples: true } };
writeFileSync(
  page,
  `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${schema.info.title}</title>
<style>${read(join(component, "styles/default.min.css"))}${style}</style>
</head>
<body>
<div id="asyncapi"></div>
<script>${inScript(read(join(component, "browser/standalone/index.js")))}</script>
<script>
AsyncApiStandalone.render(
  { schema: ${inScript(JSON.stringify(schema))}, config: ${JSON.stringify(config)} },
  document.getElementById("asyncapi"),
);
</script>
</body>
</html>
`,
);
