import type { Hyperparameter } from '../hyperparameters/hyperparameter.ts';
import type { Program } from '../program/program.ts';
import { labelled } from './columns.ts';
import { describeEvidence, describeProgram, describeRefusal, lineName, placeRows } from './program-wording.ts';
import { paint, plain, type Style } from './style.ts';
import { safeLine } from './terminal-safe.ts';

/** What a script trains and what can be tuned in it, for people. */
export function detectText(program: Program, hyperparameters: readonly Hyperparameter[], style: Style = plain): string {
  const { script, evidence, metric, packages, refused } = program;
  const facts: (readonly [string, string | readonly string[]])[] = [
    ...(evidence.length === 0 ? [] : [['why', describeEvidence(evidence, script)] as const]),
    ...(metric === null ? [] : [['metric', `${safeLine(metric.name, 40)}, ${lineName(metric)}`] as const]),
    ...(packages.length === 0
      ? []
      : [['packages', packages.map(({ distribution }) => safeLine(distribution, 60)).join(', ')] as const]),
  ];
  const lines = [
    paint(style, 'bold', describeProgram(program)),
    ...labelled(facts),
    ...placeRows(hyperparameters, script),
    ...(refused === null ? [] : describeRefusal(refused, script, style)),
  ];
  return `${lines.join('\n')}\n`;
}
