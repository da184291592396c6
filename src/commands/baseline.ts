import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { State } from '../study/state.ts';
import { knownRemedy } from './known-failures.ts';
import type { Prepared } from './prepare.ts';

/**
 * Stops with the script's own error where the script, as it is, does not run through; `known`: that an earlier command
 * saw, and it was not trained again.
 */
export function refuseBaseline({ verdict, trials }: State, { script, study, plan }: Prepared, known = false): void {
  if (verdict?.kind !== 'baseline-failed') return;
  const attempt = trials[0]?.attempts.findLast(({ ending }) => ending !== null);
  const ending = attempt?.ending;
  const lines = ending !== undefined && ending !== null && 'lastLines' in ending ? ending.lastLines : [];
  // The traceback names the working copy; its reader has the original.
  const copy = join(study.placeOf(0, attempt?.attempt ?? 1).folder, 'work');
  const output = lines.map((line) => line.replaceAll(`${copy}/`, `${script.root}/`));
  const { script: path } = script.program;
  const tail = output.length === 0 ? '' : `\n${output.map((line) => `    ${line}`).join('\n')}`;
  switch (ending?.kind) {
    case 'failed': {
      const { type, message, file, line, exitCode } = ending.failure;
      const place = line === null ? { file: file ?? path } : { file: file ?? path, line };
      const what =
        type === '' || type === 'SystemExit'
          ? `The script ended with exit code ${exitCode ?? '?'}`
          : `${type}: ${message}`;
      if (!plan.network && noNetwork.test(`${message}\n${lines.join('\n')}`))
        throw new UserError('mistake', 'script-needs-network', `${what}.${tail}`, {
          place,
          help: 'In a container it has no network. Give the data by --data HOST:INSIDE, or let it download: --network bridge.',
        });
      const source = script.files.map(({ text }) => text).join('\n');
      const cause = knownRemedy(`${message}\n${lines.join('\n')}`, source);
      throw new UserError('mistake', 'script-fails', `${what}.${tail}`, {
        place,
        help: known
          ? [notAgain, cause].filter((one) => one !== null).join(' ')
          : `The script fails as it is, before anything was changed. ${cause ?? 'Mend it and run the same command again.'}`,
      });
    }
    case 'timed-out':
      throw new UserError(
        'mistake',
        'script-too-slow',
        `${path} took more than ${Math.round(ending.limit)} s.${tail}`,
        { help: `Give it longer with --trial-time, for example --trial-time 2h.${known ? ` ${notAgain}` : ''}` },
      );
    case 'lost':
      throw new UserError(
        'machine',
        'script-killed',
        `${path} vanished without a word, three times: ${ending.why}.${tail}`,
        {
          help: `Most often the memory was used up: try smaller data or a machine with more.${known ? ` ${notAgain}` : ''}`,
        },
      );
    default:
      throw new UserError('mistake', 'script-fails', `${path} did not run through.${tail}`);
  }
}

const notAgain =
  'So it ended when it was trained, and neither the script nor its packages have changed since: it was not trained again. Mend it; or train it once more with train, run or --fresh.';

/** What a resolver, Python and libraries say where there is no network at all. */
const noNetwork =
  /Temporary failure in name resolution|Name or service not known|Network is unreachable|\[Errno -[23]\]|getaddrinfo failed|outgoing traffic has been disabled|offline mode is enabled/i;

/** The error for a script that told no value of the metric: what was looked for, what was seen, what helps. */
export function refuseMetric({ goal, trials }: State, { script }: Prepared): UserError {
  const metric = goal?.target.metric ?? 'accuracy';
  const told = trials[0]?.attempts.findLast(({ ending }) => ending?.kind === 'finished')?.observations ?? [];
  const training = told.find(({ name, split }) => name === metric && split === 'train');
  const seen = [...new Set(told.map(({ name, split }) => (split === 'unknown' ? name : `${split} ${name}`)))];
  const place = { file: script.program.script };
  if (training !== undefined) {
    return new UserError(
      'refused',
      'training-metric',
      `The script tells its ${metric} on training data only (${String(training.value)}), which says little about new data.`,
      {
        place,
        help: 'Evaluate on held-out data, or let training data count with --train-metric.',
      },
    );
  }
  return new UserError(
    'refused',
    'no-metric',
    `The script ran, but told no ${metric} that could be read. Seen: ${seen.length === 0 ? 'no metric at all' : seen.join(', ')}.`,
    {
      place,
      help:
        seen.length === 0
          ? `Let the script print it, for example print("Test ${metric}:", value).`
          : `Name the metric to reach, for example --metric ${told.at(-1)?.name ?? metric}.`,
    },
  );
}
