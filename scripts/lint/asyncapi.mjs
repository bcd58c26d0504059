// Usage: node asyncapi.mjs FOLDER-OF-THE-PARSER DOCUMENT. Prints what the parser has to say; anything at all is a failure.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

// What would be noise here, with the reason.
const allowed = new Set([
  // 3.0.0 is what the renderers read
  "asyncapi-latest-version",
]);

const [folder, document] = process.argv.slice(2);
const { Parser, fromFile } = createRequire(join(resolve(folder), "x.js"))("@asyncapi/parser");
const { diagnostics } = await fromFile(new Parser(), document).parse();
const said = diagnostics.filter(({ code }) => !allowed.has(code));
for (const { code, message, path, range, source } of said) {
  console.error(`${source ?? document}:${range.start.line + 1}: ${message} (${code}, at ${path.join("/")})`);
}
console.log(`${document}: ${said.length === 0 ? "valid" : `${said.length} complaints`}`);
process.exitCode = said.length === 0 ? 0 : 1;
