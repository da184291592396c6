import { statSync } from 'node:fs';
import { exitCodes } from '../errors.ts';
import { listData, removeData } from '../environments/fetched.ts';
import { listImages, removeImage } from '../environments/kept-images.ts';
import { listEnvironments, removeEnvironment } from '../environments/venv.ts';
import { formatBytes } from '../report/format-number.ts';
import { forgetGone, isInUse, listStudies, removeOrphans, removeStudy, sizeOnDisk } from '../wiring.ts';
import type { Settings } from '../settings/settings.ts';
import type { Terminal } from './terminal.ts';

interface Removed {
  readonly kind: 'study' | 'environment' | 'image' | 'data';
  readonly name: string;
  readonly bytes: number;
}

/** `prune`: removes studies and fetched data that nobody used for a while, environments and images that no study needs; never one in use. */
export async function prune(settings: Settings, terminal: Terminal): Promise<number> {
  const before = settings.all ? Infinity : Date.now() - settings.olderThan * 1000;
  const removed: Removed[] = [];
  const needed = new Set<string>();
  let training = false;
  for (const { folder, record, holding } of await listStudies(settings.home)) {
    training ||= isInUse(holding);
    const old = statSync(folder.root).mtimeMs < before;
    if (old && !isInUse(holding)) {
      const bytes = await sizeOnDisk(folder.root);
      await removeStudy(folder);
      removed.push({ kind: 'study', name: folder.id, bytes });
    } else if (record !== null) needed.add(record.environmentHash);
  }
  for (const environment of await listEnvironments(settings.home)) {
    if (needed.has(environment.hash) || environment.lastUsed >= before) continue;
    const { hash, bytes } = environment;
    if (await removeEnvironment(settings.home, hash)) removed.push({ kind: 'environment', name: hash, bytes });
  }
  for (const data of await listData(settings.home)) {
    if (training || data.lastUsed >= before) continue;
    await removeData(data);
    removed.push({ kind: 'data', name: data.name, bytes: data.bytes });
  }
  await removeOrphans();
  await forgetGone(settings.home);
  for (const image of await listImages(settings.home)) {
    if (needed.has(image.hash) || image.created >= before) continue;
    const name = image.tags[0] ?? image.id;
    if (await removeImage(image)) removed.push({ kind: 'image', name, bytes: image.bytes });
  }
  const bytes = removed.reduce((sum, one) => sum + one.bytes, 0);
  if (settings.json) terminal.out(`${JSON.stringify({ removed, bytes }, null, 2)}\n`);
  else
    terminal.out(
      `${removed.map(({ kind, name }) => `removed ${kind} ${name}\n`).join('')}${removed.length === 0 ? 'Nothing to remove: all of it is new or in use. ' : ''}${formatBytes(bytes)} freed\n`,
    );
  return exitCodes.done;
}
