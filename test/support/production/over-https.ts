import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request as send } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { CERTIFICATE } from './cluster.js';

/** `fetch` for whatever is served on this port over https, under any name, with the tests' own certificate. */
export function overHttps(port: number): typeof fetch {
  const ca = readFileSync(CERTIFICATE, 'utf8');
  return async (input, init) => {
    const asked = new Request(input, init);
    const url = new URL(asked.url);
    const headers = { ...Object.fromEntries(asked.headers), ...given(init?.headers), host: url.host };
    const content = Buffer.from(await asked.arrayBuffer());
    const options = { host: '127.0.0.1', port, servername: url.hostname, ca, method: asked.method, headers };
    return new Promise((answered, failed) => {
      const sent = send({ ...options, path: url.pathname + url.search }, (answer) => {
        buffer(answer).then((body) => {
          answered(asResponse(answer, body));
        }, failed);
      });
      sent.on('error', failed);
      sent.end(content);
    });
  };
}

/** Headers that `Request` would not let a page's script set. */
function given(headers: RequestInit['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(new Headers(headers));
}

function asResponse(answer: IncomingMessage, body: Buffer): Response {
  const status = answer.statusCode ?? 500;
  const headers = new Headers();
  for (let at = 0; at < answer.rawHeaders.length; at += 2)
    headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
  const isWithout = status === 204 || status === 304;
  return new Response(isWithout ? null : new Uint8Array(body), { status, headers });
}
