import { readFileSync } from 'node:fs';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeReaderKeyFiles } from '../../src/concerns/envelopes/keys/key-files.js';
import type { Variables } from '../../src/platform/settings/read-settings.js';
import { CERTIFICATE } from './production/cluster.js';
import { PRODUCTION_VARIABLES } from './production-variables.js';
import { folderOfATest } from './settings.js';

/** The address of a production installation in tests. No machine is asked for it: browsers are told where it is. */
export const PUBLIC_ADDRESS = 'https://candour.example.org';

/** Settings of a production installation behind the front, in a folder with the keys that its operator made. */
export async function inProduction(): Promise<Variables> {
  const folder = folderOfATest();
  await makeReaderKeyFiles(join(folder, 'keys'));
  const given = { ...PRODUCTION_VARIABLES, CANDOUR_FOLDER: folder };
  return { ...given, PUBLIC_URL: PUBLIC_ADDRESS, TRUST_PROXY: '1' };
}

/** What a browser must be told, beside ignoring that the certificate is self-signed, to find the front. */
export interface HttpsFront {
  readonly port: number;
  readonly browserArguments: readonly string[];
  readonly close: () => void;
}

/**
 * An https server before Candour, as a proxy stands before it in production: it ends TLS with a certificate that is good
 * for nothing else, and says in the usual headers who asked and how; several Candours are asked in turn. It is the
 * neutral site that people leave to, too.
 */
export async function httpsFront(...addresses: readonly string[]): Promise<HttpsFront> {
  const pem = readFileSync(CERTIFICATE, 'utf8');
  let turn = 0;
  const front = createServer({ cert: pem, key: pem }, (request, response) => {
    if (request.headers.host?.endsWith('bbc.co.uk') === true) neutralPage(response);
    else passOn(addresses[turn++ % addresses.length] ?? '', request, response);
  });
  await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));
  const { port } = front.address() as AddressInfo;
  const places = ['candour.example.org', 'www.bbc.co.uk'].map((host) => `MAP ${host} 127.0.0.1:${port}`);
  return {
    port,
    browserArguments: [`--host-resolver-rules=${places.join(',')}`],
    close: () => {
      front.closeAllConnections();
      front.close();
    },
  };
}

function neutralPage(response: ServerResponse): void {
  response.setHeader('content-type', 'text/html');
  response.end('<!DOCTYPE html><title>Weather</title><h1>Weather</h1>');
}

function passOn(address: string, request: IncomingMessage, response: ServerResponse): void {
  const headers = {
    ...request.headers,
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': request.headers.host ?? '',
  };
  const { method = 'GET', url = '/' } = request;
  const passed = ask(address + url, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  passed.on('error', () => response.destroy());
  request.pipe(passed);
}
