// Compares the routes of a translated template with the contract's: routes.mjs TEMPLATE.json openapi.json
import { readFileSync } from 'node:fs';

const [template, contract] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const methods = ['get', 'put', 'post', 'patch', 'delete'];

function routes(paths) {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.filter((method) => method in item).map((method) => `${method} ${path}`));
}

const deployed = routes(template.Resources.HttpApi.Properties.Body.paths);
// The handshake is the WebSocket API's.
const promised = routes(contract.paths).filter((route) => route !== 'get /connect');
const wrong = [
  ...promised.filter((route) => !deployed.includes(route)).map((route) => `template.yaml lacks the route ${route}`),
  ...deployed.filter((route) => !promised.includes(route)).map((route) => `openapi.json does not know the route ${route}`),
];
wrong.forEach((complaint) => console.error(complaint));
if (wrong.length) process.exit(1);
console.log(`routes: ${deployed.length}, as in openapi.json.`);
