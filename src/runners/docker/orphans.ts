import { existsSync } from 'node:fs';
import { docker } from '../../machine/docker.ts';
import { removeContainer } from './container.ts';

/** Removes ended containers whose attempt is gone from the disk, and says how many; never a running one. */
export async function removeOrphans(): Promise<number> {
  const format = '{{.ID}}\t{{.Label "retune.folder"}}';
  const ended = ['--filter', 'status=exited', '--filter', 'status=created', '--filter', 'status=dead'];
  const said = await docker(['ps', '--all', '--filter', 'label=retune.folder', ...ended, '--format', format]).catch(
    () => null,
  );
  if (said?.code !== 0) return 0;
  const rows = said.out.split('\n').map((row) => row.split('\t'));
  const orphans = rows.flatMap(([id = '', folder = '']) => (folder !== '' && !existsSync(folder) ? [id] : []));
  for (const id of orphans) await removeContainer(id);
  return orphans.length;
}
