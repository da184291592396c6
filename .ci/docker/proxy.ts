import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** A company's proxy: it opens what is encrypted with certificates of its own, and answers for the whole web. */
export interface Proxy extends AsyncDisposable {
  /** As containers reach it. */
  readonly address: string;
  /** Path of the bundle that whoever trusts it has to know. */
  readonly certificates: string;
  /** Every address that was asked for. */
  readonly asked: string[];
}

/** Starts one that knows these pages, by host and path; 404 for all others. */
export async function startProxy(pages: ReadonlyMap<string, Buffer | string>, folder: string): Promise<Proxy> {
  const hosts = [...new Set([...pages.keys()].map((page) => page.split('/')[0] ?? ''))];
  const { key, cert, authority } = makeCertificates(hosts, folder);
  const asked: string[] = [];
  const answer = (host: string, request: IncomingMessage, response: ServerResponse): void => {
    const page = `${host}${new URL(request.url ?? '/', 'http://any').pathname}`;
    asked.push(page);
    const body = pages.get(page);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-length': body === undefined ? 0 : Buffer.byteLength(body),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const inner = createServer((request, response) => {
    answer(request.headers.host ?? '', request, response);
  });
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/').host, request, response);
  });
  server.on('connect', (_, socket: Duplex) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    const opened = new TLSSocket(socket, { isServer: true, key, cert });
    opened.on('error', () => socket.destroy());
    inner.emit('connection', opened);
  });
  // On the engine's own bridge: seen by containers, and by nobody outside of this machine.
  const bridge = engineSays('network', 'inspect', 'bridge', '--format', '{{(index .IPAM.Config 0).Gateway}}');
  await new Promise<void>((listening) => server.listen(0, bridge, listening));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the proxy has no port');
  return {
    address: `http://${bridge}:${bound.port}`,
    certificates: authority,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      inner.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function engineSays(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8' }).trim();
}

function makeCertificates(hosts: readonly string[], folder: string) {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { stdio: 'pipe', cwd: folder });
  };
  const request = ['req', '-newkey', 'rsa:2048', '-nodes'];
  openssl(...request, '-x509', '-days', '2', '-subj', '/CN=a company', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl(...request, '-subj', '/CN=the web', '-keyout', 'web.key', '-out', 'web.csr');
  writeFileSync(at('web.ext'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\n`);
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'web.ext'];
  openssl('x509', '-req', '-in', 'web.csr', ...signed, '-out', 'web.pem');
  return { key: readFileSync(at('web.key')), cert: readFileSync(at('web.pem')), authority: at('ca.pem') };
}
