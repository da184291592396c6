import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJson, fields, list, text, truth } from '../decode.ts';
import { docker, insistOn, lastLineOf } from '../machine/docker.ts';
import { UserError } from '../errors.ts';
import { listImages } from './kept-images.ts';

/** The Docker engine as `doctor` sees it. */
export interface Engine {
  readonly version: string;
  /** Containers go on while the engine itself restarts. */
  readonly liveRestore: boolean;
  /** An engine without root of its own: an escape from a container gains nothing. */
  readonly rootless: boolean;
}

const info = fields({ ServerVersion: text(100), LiveRestoreEnabled: truth, SecurityOptions: list(text(500)) });

/** Throws a `UserError` where none answers. */
export async function lookAtEngine(): Promise<Engine> {
  const said = await insistOn(['info', '--format', '{{json .}}'], ({ err }) => {
    return new UserError('machine', 'engine-failed', `The Docker engine answers with an error: ${lastLineOf(err)}`);
  });
  const decoded = decodeJson(info, said);
  if (!decoded.ok) throw new Error(`docker info: ${decoded.problem}`);
  const { ServerVersion: version, LiveRestoreEnabled: liveRestore, SecurityOptions: security } = decoded.value;
  return { version, liveRestore, rootless: security.some((one) => one.includes('rootless')) };
}

/**
 * Whether a file of the home is seen inside a container: not so where the engine runs elsewhere, or when
 * we are in a container ourselves. `null`: there is no image yet to try it with.
 */
export async function mountReaches(home: string): Promise<boolean | null> {
  const [image] = await listImages();
  if (image === undefined) return null;
  const folder = await mkdtemp(join(home, 'doctor-'));
  try {
    await writeFile(join(folder, 'here'), 'here');
    const mount = ['--mount', `type=bind,source=${folder},target=/here,readonly`];
    // A user of the image may not enter what is ours alone.
    const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
    const said = await docker([
      'run',
      '--rm',
      '--user',
      user,
      '--network',
      'none',
      ...mount,
      '--entrypoint',
      'cat',
      image.id,
      '/here/here',
    ]);
    return said.code === 0 && said.out === 'here';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
