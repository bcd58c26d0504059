// Plays CloudFront on this machine: one origin for both APIs. edge.mjs PORT HTTP_API_URL WEBSOCKET_API_URL
// /connect goes to the WebSocket API, whose URL ends with the stage of that name; everything else to the HTTP API.
import { createServer, request } from 'node:http';

const [port, http, socket] = process.argv.slice(2).map((argument) => argument.replace(/\/$/, ''));

function upstream({ url, method, headers }) {
  const to = new URL(/^\/connect(\?|$)/.test(url) ? socket + url.slice('/connect'.length) : http + url);
  return request(to, { method, headers: { ...headers, host: to.host }, agent: false });
}

function lines(raw) {
  return raw.reduce((text, value, i) => text + value + (i % 2 ? '\r\n' : ': '), '');
}

const edge = createServer((from, answer) => {
  const to = upstream(from);
  to.on('response', (got) => {
    answer.writeHead(got.statusCode, got.rawHeaders);
    got.pipe(answer);
  });
  to.on('error', (error) => answer.writeHead(502).end(String(error)));
  from.pipe(to);
});
edge.on('upgrade', (from, client) => {
  const to = upstream(from);
  to.on('upgrade', (got, server, head) => {
    client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines(got.rawHeaders)}\r\n`);
    client.write(head);
    server.on('error', () => client.destroy());
    client.on('error', () => server.destroy());
    client.pipe(server).pipe(client);
  });
  to.on('response', (got) => {
    client.write(`HTTP/1.1 ${got.statusCode} ${got.statusMessage}\r\n${lines(got.rawHeaders)}\r\n`);
    got.pipe(client);
  });
  to.on('error', () => client.destroy());
  to.end();
});
edge.listen(Number(port), '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${port}`));
