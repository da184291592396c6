import { join } from 'node:path';
import type { Ready } from '../../src/environments/environment.ts';
import { provide } from '../../src/environments/provide.ts';
import { detectProgram } from '../../src/program/detect.ts';
import { defaults } from '../../src/settings/settings.ts';

export const root = join(import.meta.dirname, '..', '..');
/** What `.ci/start-docker` made. */
export const baseImage = process.env.RETUNE_BASE_IMAGE ?? 'RETUNE_BASE_IMAGE is not set';
/** The same with the older Python that older versions need. */
export const olderBaseImage = process.env.RETUNE_OLDER_BASE_IMAGE ?? 'RETUNE_OLDER_BASE_IMAGE is not set';
const sharedHome = process.env.RETUNE_HOME ?? 'RETUNE_HOME is not set';

/** Id of the image that a script needs, built where it is not there. */
export async function imageFor(text: string, home = sharedHome): Promise<string> {
  const program = await detectProgram({ path: 'train.py', text }, [], () => 'present');
  const settings = { ...defaults, runner: 'docker', baseImage, home, pytorch: 'default' } as const;
  const chosen = await provide(program, settings, join(root, 'images'));
  const ready: Ready = await chosen.make((line) => process.stderr.write(`${line}\n`), null);
  if (ready.kind !== 'image') throw new Error('expected an image');
  return ready.id;
}

export const scikitLearn = 'from sklearn.svm import SVC\nmodel = SVC().fit(X, y)\n';
