import { mkdir, rm } from 'node:fs/promises';
import { both, decodeJson, fields, nullable, optional, text, truth } from '../decode.ts';
import { UserError } from '../errors.ts';
import { docker, isUnreachable, lastLineOf, noEngine } from '../machine/docker.ts';
import { networkSettings, trusting } from '../machine/network-settings.ts';
import { namingFullDisk } from '../machine/write-durably.ts';
import type { Download } from '../program/program.ts';
import { claim } from './claims.ts';
import { filesIn, folderOf, markFetched, nameOf, useData } from './fetched.ts';

export interface FetchOptions {
  readonly home: string;
  /** Id of the image in which the script will be trained: the same versions of the same libraries. */
  readonly image: string;
  /** Absolute path of `images/runtime`. */
  readonly runtime: string;
  readonly say: (text: string) => void;
  /** Whether training cannot fetch it by itself. */
  readonly needed: boolean;
}

export type { Download };

/** What a script downloads, and the folder in which it is. */
export interface FetchedData {
  readonly download: Download;
  /** Absolute; what the library wrote there. */
  readonly files: string;
}

/**
 * Fetches what a script's loaders will ask for, once for all scripts, so that training needs no network. The
 * libraries do it themselves, in a container with network that holds nothing of the script and no secret.
 */
export async function fetchData(
  downloads: readonly Download[],
  options: FetchOptions,
): Promise<readonly FetchedData[]> {
  const fetched: FetchedData[] = [];
  for (const download of downloads) {
    const folder = folderOf(options.home, nameOf(download));
    try {
      if (!(await useData(folder))) await namingFullDisk(folder, () => fetchOne(download, folder, options));
      fetched.push({ download, files: filesIn(folder) });
    } catch (error) {
      if (options.needed || !(error instanceof UserError) || error.code !== 'data-not-fetched') throw error;
      options.say(`${error.message}; the training will try by itself`);
    }
  }
  return fetched;
}

async function fetchOne(download: Download, folder: string, options: FetchOptions): Promise<void> {
  const name = nameOf(download);
  const { home, say } = options;
  const mine = await claim(home, name.split('-').at(-1) ?? '', (pid) => {
    say(`process ${pid} fetches the data of ${download.loader}; waiting for it`);
  });
  try {
    // Someone may have fetched it while we waited.
    if (!(await useData(folder))) await fetchNow(download, folder, options);
  } finally {
    await mine[Symbol.asyncDispose]();
  }
}

async function fetchNow(download: Download, folder: string, options: FetchOptions): Promise<void> {
  const { say } = options;
  say(`fetching the data of ${download.loader}`);
  // What a killed command left behind: a container that still writes, and half of the data.
  await docker(['rm', '--force', containerFor(nameOf(download))]);
  await rm(folder, { recursive: true, force: true });
  await mkdir(filesIn(folder), { recursive: true });
  try {
    await ask(download, folder, options);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const bytes = await markFetched(folder, download.loader);
  say(`fetched ${(bytes / 1e6).toFixed(1)} MB into ${folder}`);
}

const answer = both(
  fields({ ok: truth }),
  optional({ type: text(200), message: text(5000), address: nullable(text(5000)) }),
);

async function ask(download: Download, folder: string, { image, runtime }: FetchOptions): Promise<void> {
  const said = await docker(fetchArguments(download, folder, image, runtime));
  if (isUnreachable(said)) throw noEngine(said);
  const decoded = decodeJson(answer, lastLineOf(said.out));
  if (!decoded.ok) throw notFetched(download, null, lastLineOf(said.err) || `exit code ${said.code ?? '?'}`);
  const { ok, type = '', message = '', address = null } = decoded.value;
  if (!ok) throw notFetched(download, address, `${type}: ${message}`);
}

/** As little as fetching needs: the network, a place to write, and the libraries. */
function fetchArguments(download: Download, folder: string, image: string, runtime: string): string[] {
  const { proxies, certificates } = networkSettings(process.env);
  const { loader, variable, folder: wanted } = download;
  const given = wanted === null ? {} : { [wanted.argument]: inside };
  const order = { call: loader, arguments: { ...download.arguments, ...given } };
  const environment = {
    HOME: '/tmp',
    XDG_CACHE_HOME: '/tmp/.cache',
    MPLCONFIGDIR: '/tmp/.matplotlib',
    [variable]: inside,
    ...(certificates === null ? {} : trusting(bundle)),
  };
  return [
    ...['run', '--rm', '--init', '--name', containerFor(nameOf(download)), '--label', 'retune.fetch'],
    ...['--read-only', '--tmpfs', '/tmp:rw,exec,nosuid,nodev,mode=1777', '--pids-limit', '4096'],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--network', 'bridge'],
    ...['--user', `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`],
    ...bind(runtime, '/retune/runtime', ',readonly'),
    ...bind(filesIn(folder), inside, ''),
    ...(certificates === null ? [] : bind(certificates, bundle, ',readonly')),
    ...Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    // By name only: a proxy's address may hold a password, and a command line can be read.
    ...Object.keys(proxies).flatMap((key) => ['--env', key]),
    ...['--entrypoint', '/opt/retune/bin/python', image, '/retune/runtime/fetch.py', JSON.stringify(order)],
  ];
}

const inside = '/data';
const bundle = '/retune/certificates.pem';

function bind(host: string, place: string, how: string): string[] {
  return ['--mount', `type=bind,"source=${host.replaceAll('"', '""')}",target=${place}${how}`];
}

function containerFor(name: string): string {
  return `retune-fetch-${name}`;
}

function notFetched({ loader, path, line }: Download, address: string | null, why: string): UserError {
  const from = address === null ? '' : ` from ${address}`;
  return new UserError('machine', 'data-not-fetched', `${loader} cannot fetch its data${from}: ${why}`, {
    place: { file: path, line },
    help:
      'Training runs without network, so its data is fetched before. Behind a proxy set HTTPS_PROXY and SSL_CERT_FILE. ' +
      'Or copy the folder data of a Retune home that has it, give a file by --data, or let the training itself try: --network bridge.',
  });
}
