import { access, chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, writeDurably } from '../machine/write-durably.ts';
import type { SourceFile } from '../python/source.ts';
import type { Order } from '../study/order.ts';
import { filesOf, savesModel } from './attempt-files.ts';
import { keepSavedFiles } from './saved-files.ts';
import { noteShares, readShares } from './shared-files.ts';
import { makeWorkingCopy, type WorkingCopy } from './working-copy.ts';

/** Makes an attempt's folder all that its process needs: working copy and order. Only once. */
export async function prepareAttempt(
  folder: string,
  order: Order,
  edited: readonly SourceFile[],
  { source, data }: Pick<WorkingCopy, 'source' | 'data'>,
): Promise<void> {
  const files = filesOf(folder);
  await mkdir(folder, { recursive: true });
  if (await anyOf(files.order, files.claim)) throw new Error(`This attempt was started before: ${folder}`);
  const shared = await makeWorkingCopy({ source, work: files.work, edited, data, directory: order.directory });
  await noteShares(folder, source, shared);
  // Where the data really lies, so that the runtime can keep the script from writing through a link.
  const places = data.map(({ host }) => host);
  await writeDurably(files.order, `${JSON.stringify({ ...order, data: places })}\n`);
}

/** Removes the working copy and the caches of an attempt that is over, after what the script saved was taken out. */
export async function clearAttempt(folder: string): Promise<void> {
  const { work, claim: begun, saved, cache } = filesOf(folder);
  if (await savesModel(folder)) {
    const shared = (await readShares(folder)).files.map(({ path }) => path);
    await keepSavedFiles({ work, begun, saved, shared });
  }
  await removeTree(work);
  await removeTree(cache);
}

async function anyOf(...paths: readonly string[]): Promise<boolean> {
  const there = await Promise.all(
    paths.map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return there.includes(true);
}

/** Also where the script made folders read-only. */
async function removeTree(root: string): Promise<void> {
  try {
    await rm(root, { recursive: true, force: true });
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
    await makeWritable(root);
    await rm(root, { recursive: true, force: true });
  }
}

async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await makeWritable(join(folder, entry.name));
  }
}
