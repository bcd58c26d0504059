// Usage: node openapi-page.mjs FOLDER-OF-REDOCLY PAGE. Puts the script that the page would fetch into the page itself.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, page] = process.argv.slice(2);
const script = readFileSync(join(folder, "node_modules/@redocly/cli/lib/chunks/redoc.standalone.js"), "utf8");

// replaces what must be there; a newer tool may write another page
function replaced(text, pattern, by) {
  if (text.search(pattern) < 0) {
    throw new Error(`${page} has nothing like ${pattern}`);
  }
  return text.replace(pattern, () => by);
}

const code = replaced(script, /export\{[^{}]*\};?\s*$/, "").replace(/<\/script/gi, "<\\/script");
// and a logo would be fetched too
const alone = replaced(code, /https:\/\/[^`"']*\/logo-mini[^`"']*\.svg/g, "data:,");
let html = readFileSync(page, "utf8");
html = replaced(html, /<link rel="modulepreload"[^>]*>/, "");
html = replaced(html, /import \{ hydrate \} from "[^"]*";/, alone);
// in place of that logo
html = replaced(html, /API docs by/g, "API docs by Redocly");
writeFileSync(page, html);
