import { join } from 'node:path';
import { exitCodes, UserError } from '../errors.ts';
import { initText, type WrittenFile } from '../report/init-text.ts';
import { userFiles } from '../report/workflows/users.ts';
import type { Settings } from '../settings/settings.ts';
import { version } from '../settings/version.ts';
import { defaultBranchOf, filesUnder, images, pinOf, readRepositoryFile, writeRepositoryFile } from '../wiring.ts';
import type { Terminal } from './terminal.ts';

/** `init`: the workflow files of a repository, and what to switch on in its settings. */
export async function init(settings: Settings, terminal: Terminal): Promise<number> {
  const { root } = await filesUnder(process.cwd());
  const labels = settings.labels.length > 0 ? settings.labels : ['self-hosted', 'docker'];
  const action = `${await actionOf(settings)} # v${version}`;
  const { target, decisions } = settings;
  // Containers, where nobody says otherwise: what is pushed runs on a machine of ours.
  const runner = decisions.some(({ name }) => name === 'runner') ? settings.runner : 'docker';
  const wanted = userFiles({ action, labels, runner, target: target?.text ?? null });
  const files = await Promise.all(Object.entries(wanted).map(([path, text]) => compared(root, path, text, settings)));
  refuseOverwriting(files);
  for (const { path, text, state } of files) if (state !== 'kept') await writeRepositoryFile(root, path, text);
  const told = {
    files: files.map(({ path, state }) => ({ path, state })),
    labels,
    branch: await defaultBranchOf(root),
  };
  terminal.out(settings.json ? `${JSON.stringify({ root, ...told }, null, 2)}\n` : initText(told));
  return exitCodes.done;
}

interface Compared extends WrittenFile {
  readonly text: string;
  readonly blocked: boolean;
}

/** The settings file is the user's own from its first day on; only workflows are ever overwritten. */
async function compared(root: string, path: string, text: string, { force }: Settings): Promise<Compared> {
  const there = await readRepositoryFile(root, path);
  if (there === null) return { path, text, state: 'written', blocked: false };
  if (there === text || !path.includes('/workflows/')) return { path, text, state: 'kept', blocked: false };
  return { path, text, state: 'overwritten', blocked: !force };
}

function refuseOverwriting(files: readonly Compared[]): void {
  const blocked = files.filter((file) => file.blocked).map(({ path }) => path);
  if (blocked.length === 0) return;
  throw new UserError('mistake', 'file-exists', `${blocked.join(' and ')} would be overwritten; nothing was written.`, {
    help: 'Say --force to overwrite; git keeps what was there.',
  });
}

async function actionOf({ action }: Settings): Promise<string> {
  const pin = action ?? (await pinOf(join(images, '..')));
  if (pin !== null) return pin;
  throw new UserError('mistake', 'no-action', 'This copy of Retune is no clone of a repository on GitHub.', {
    help: 'Name the action that the workflows are to use: --action OWNER/NAME@COMMIT, with the whole commit.',
  });
}
