import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { docker, insistOn } from './docker.ts';
import { UserError } from '../errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'retune-docker-'));
const { PATH: path } = process.env;

/** A docker command that does this. */
function dockerThat(does: string): void {
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${does}\n`);
  chmodSync(join(folder, 'docker'), 0o755);
  process.env.PATH = `${folder}${delimiter}${path ?? ''}`;
}

afterEach(() => {
  process.env.PATH = path;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what it answered: both outputs apart, its exit code, arguments as they are', async () => {
  dockerThat('printf "%s|" "$@"; echo no such image >&2; exit 3');
  expect(await docker(['image', 'inspect', 'a b', '$(id)', '"'])).toEqual({
    code: 3,
    out: 'image|inspect|a b|$(id)|"|',
    err: 'no such image\n',
  });
});

test('nothing of it is shown: standard output is for answers of ours', async () => {
  dockerThat('echo loud; echo louder >&2');
  const shown: unknown[] = [];
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: unknown) => shown.push(text) > 0;
  await docker(['ps']).finally(() => (process.stdout.write = write));
  expect(shown).toEqual([]);
});

test('one that a signal ended has no exit code, and one that cannot be started says what to do', async () => {
  dockerThat('kill -9 $$');
  expect(await docker(['ps'])).toMatchObject({ code: null });
  process.env.PATH = '/nowhere';
  await expect(docker(['ps'])).rejects.toMatchObject({
    code: 'no-engine',
    message: expect.stringContaining('docker') as unknown,
  });
});

test('it sees the environment that it is given', async () => {
  dockerThat('printf %s "$PIP_INDEX_URL-$MISSING"');
  const said = await docker([], { PATH: path, PIP_INDEX_URL: 'https://mirror.example', MISSING: undefined });
  expect(said.out).toBe('https://mirror.example-');
});

test('a silent engine is told apart from a failing command', async () => {
  const failing = (): UserError => new UserError('machine', 'failing', 'It failed.');
  dockerThat('echo Cannot connect to the Docker daemon at unix:///var/run/docker.sock >&2; exit 1');
  await expect(insistOn(['ps'], failing)).rejects.toMatchObject({ code: 'no-engine' });
  dockerThat('echo conflict >&2; exit 1');
  await expect(insistOn(['run'], failing)).rejects.toMatchObject({ code: 'failing' });
});
