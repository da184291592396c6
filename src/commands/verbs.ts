import type { CommandName } from '../settings/commands.ts';
import type { Settings } from '../settings/settings.ts';
import { detect } from './detect.ts';
import { doctor } from './doctor.ts';
import { plan } from './plan.ts';
import { prune } from './prune.ts';
import { init } from './init.ts';
import { monitor } from './monitor.ts';
import { pull } from './pull.ts';
import { report } from './report.ts';
import { resume } from './resume.ts';
import { run, train, tweak } from './run.ts';
import { status } from './status.ts';
import type { Terminal } from './terminal.ts';

/** A verb: does its work, talks to the terminal, answers with an exit code. */
export type Verb = (settings: Settings, terminal: Terminal) => Promise<number>;

/** Every verb by its name. */
export const verbs: Readonly<Record<CommandName, Verb>> = {
  pull,
  detect,
  plan,
  train,
  tweak,
  report,
  run,
  resume,
  status,
  monitor,
  init,
  doctor,
  prune,
};
