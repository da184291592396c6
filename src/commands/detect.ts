import { familyOf } from '../environments/families.ts';
import { exitCodes } from '../errors.ts';
import { detectText } from '../report/detect-text.ts';
import { placeDocument } from '../report/documents.ts';
import type { Settings } from '../settings/settings.ts';
import { detectMetricText } from './metric-text.ts';
import { readScript } from './script.ts';
import type { Script } from './script.ts';
import type { Terminal } from './terminal.ts';

/** `detect`: what each file trains and what can be tuned in it; a refusal is part of the answer. */
export async function detect(settings: Settings, terminal: Terminal): Promise<number> {
  if (settings.metricText) return detectMetricText(settings, terminal);
  const scripts: Script[] = [];
  for (const path of settings.scripts) scripts.push(await readScript(path, settings));
  terminal.note({ kind: 'programs', programs: scripts.map(({ program }) => program) });
  if (settings.json) terminal.out(`${JSON.stringify(scripts.map(itemOf), null, 2)}\n`);
  else terminal.out(scripts.map(({ program, hyperparameters }) => detectText(program, hyperparameters)).join('\n'));
  return exitCodes.done;
}

/** One item of the array that `detect --json` prints (ARCHITECTURE.md, "Commands"). */
function itemOf({ program, hyperparameters }: Script): object {
  const { script, trains, framework, family, confidence, evidence, packages, metric, blockers, refused } = program;
  const environment = familyOf(program);
  return {
    script,
    trains,
    framework,
    family,
    confidence,
    evidence,
    packages,
    environment: environment === null ? null : { image: `retune/${environment.family}`, reason: environment.reason },
    metric,
    blockers,
    hyperparameters: hyperparameters.map(placeDocument),
    refused,
  };
}
