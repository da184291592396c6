import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { families, legacy } from './families.ts';
import type { FamilyFiles, FamilyName, Locks } from './families.ts';
import type { LockFile } from './lock-text.ts';

/** Reads the requirement files of every family from the folder `images` that comes with Retune. */
export async function readLocks(images: string): Promise<Locks> {
  const read = async (...names: string[]): Promise<LockFile> => {
    const path = resolve(images, join(...names));
    return { path, text: await readFile(path, 'utf8') };
  };
  // What an image does when it is started by hand is part of it; the rest of the runtime is mounted.
  const parts = [['install'], ['extra.Dockerfile'], ['install-extra'], ['runtime', 'alone.py']];
  const recipe = async (family: string): Promise<string> => {
    const files = await Promise.all([[family, 'Dockerfile'], ...parts].map((names) => read(...names)));
    return files.map(({ text }) => text).join('\n');
  };
  const names: readonly FamilyName[] = [...families, legacy];
  const entries = names.map(async (family): Promise<readonly [FamilyName, FamilyFiles]> => [
    family,
    {
      requirements: await read(family, 'requirements.in'),
      default: [await read(family, 'requirements.txt')],
      cpu:
        family === 'pytorch'
          ? [await read(family, 'requirements.beside-cpu.txt'), await read(family, 'requirements.cpu.txt')]
          : [await read(family, 'requirements.txt')],
      cuda: family === 'keras' || family === 'boosting' ? [await read(family, 'requirements.cuda.txt')] : [],
      recipe: await recipe(family),
    },
  ]);
  return { files: new Map(await Promise.all(entries)), digest };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
