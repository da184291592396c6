import { constants, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { decodeJson, fields, integer, oneOf, text } from '../../decode.ts';
import { errorCode, namingFullDisk, writeDurably } from '../../machine/write-durably.ts';
import type { AttemptPlace } from '../../study/order.ts';

/** Attempts that ran to their end, by what was trained in them: `<key>.json`, one small file each. */
export interface Memory {
  readonly recall: (key: string) => Promise<AttemptPlace | null>;
  readonly remember: (key: string, place: AttemptPlace) => Promise<void>;
}

const entry = fields({ v: oneOf(1), study: text(200), trial: integer(0), attempt: integer(1), folder: text(4096) });

/** `home`: absolute; attempts are named relative to it, so that it may move. */
export function memoryIn(home: string): Memory {
  const pathOf = (key: string): string => join(home, 'trained', `${key}.json`);
  return {
    async recall(key) {
      const json = await readFile(pathOf(key), 'utf8').catch((error: unknown) => {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      });
      const decoded = json === null ? null : decodeJson(entry, json);
      // A hint only: what cannot be read is forgotten, and the training runs.
      if (decoded?.ok !== true) return null;
      const { study, trial, attempt, folder } = decoded.value;
      return { study, trial, attempt, folder: resolve(home, folder) };
    },

    async remember(key, { study, trial, attempt, folder }) {
      await mkdir(join(home, 'trained'), { recursive: true });
      await writeDurably(
        pathOf(key),
        `${JSON.stringify({ v: 1, study, trial, attempt, folder: relative(home, folder) })}\n`,
      );
    },
  };
}

/** Forgets the attempts that were removed with their studies. */
export async function forgetGone(home: string): Promise<void> {
  const memory = memoryIn(home);
  const names = await readdir(join(home, 'trained')).catch(() => []);
  for (const name of names) {
    const place = name.endsWith('.json') ? await memory.recall(name.replace(/\.json$/, '')) : null;
    if (place === null || !existsSync(place.folder)) await rm(join(home, 'trained', name), { force: true });
  }
}

/** What an attempt leaves that its study, the report or a person may want. */
const kept = ['events.jsonl', 'output.log', 'figures', 'model', 'saved'];

/** Copies what an attempt left; `false`: it is not whole any more, as when its study was removed. */
export async function copyAttempt(from: string, to: string): Promise<boolean> {
  await mkdir(to, { recursive: true });
  for (const name of kept) {
    const copied = await namingFullDisk(to, () => copyOver(join(from, name), join(to, name)));
    if (copied || name !== 'events.jsonl') continue;
    await rm(to, { recursive: true, force: true });
    return false;
  }
  return true;
}

async function copyOver(from: string, to: string): Promise<boolean> {
  try {
    await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
