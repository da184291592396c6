import type { Program } from '../program/program.ts';
import { defaults } from '../settings/settings.ts';
import type { Settings } from '../settings/settings.ts';
import { chooseImage } from './choose-image.ts';
import { chooseEnvironment, pythonsFor } from './choose.ts';
import type { ChosenEnvironment } from './environment.ts';
import { findImage, makeImage } from './image.ts';
import { findInterpreter } from './interpreter.ts';
import { readLocks } from './locks.ts';
import { environmentReady, makeEnvironment } from './venv.ts';

/** Where a script will be trained under these settings. `images`: the folder that comes with Retune. */
export async function provide(program: Program, settings: Settings, images: string): Promise<ChosenEnvironment> {
  const { home } = settings;
  const locks = await readLocks(images);
  switch (settings.runner) {
    case 'local': {
      const interpreter = await findInterpreter(settings.python, { pythons: pythonsFor(program, settings, locks) });
      const plan = chooseEnvironment(program, { ...settings, python: interpreter }, locks);
      return {
        plan,
        ready: await environmentReady(plan, home),
        on: interpreter.path,
        python: interpreter.version,
        make: async (say) => {
          const { python } = await makeEnvironment(plan, { home, interpreter, say });
          return { kind: 'interpreter', python };
        },
      };
    }
    case 'docker': {
      const plan = chooseImage(
        program,
        { ...settings, base: settings.baseImage === defaults.baseImage ? null : settings.baseImage },
        locks,
      );
      return {
        plan,
        ready: (await findImage(plan.tag)) !== null,
        on: `${plan.tag} on ${plan.base}`,
        python: null,
        make: async (say, pinned) => ({ kind: 'image', ...(await makeImage(plan, { home, images, say }, pinned)) }),
      };
    }
  }
}
