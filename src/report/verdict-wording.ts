import { formatAgainst, formatMetric, formatTarget } from './format-number.ts';
import type { Outcome } from './outcome.ts';
import { reaches } from '../study/verdict.ts';
import { safeLine } from './terminal-safe.ts';
import { count, isBetter, proposeTarget } from './wording.ts';

/** How it ended, in one sentence each: what came out, what that means, what to do next. */
export interface VerdictWording {
  readonly headline: string;
  readonly good: boolean;
  readonly explained: string;
  readonly next: readonly string[];
}

/**
 * The words for an outcome. What to do next is said as a change to the command that was typed: its flags say
 * which study is meant.
 */
export function verdictWording(outcome: Outcome, applied: boolean): VerdictWording {
  const { target, trials, best } = outcome;
  const metric = safeLine(target.metric, 40);
  const script = safeLine(outcome.script);
  const goal = target.value === null ? '' : formatTarget(target.value, target.metric);
  const changed = best !== null && best.changes.length > 0;
  const tried = triedIn(trials);
  const refused = trials.filter((trial) => trial.refused).length;
  const all = refused === 0 ? count(tried, 'trial') : `${count(tried, 'trial')}, and ${refused} that did not build,`;
  const more = Math.max(40, tried * 2);
  const kept = keptWording(outcome);
  switch (outcome.verdict) {
    case 'reached':
      return {
        headline: `Target reached: ${metric} ${value(outcome)}, target ${goal}`,
        good: true,
        explained: changed
          ? `${all} tried; the winner is confirmed by complete runs.`
          : 'The script reaches its target as it is. Nothing has to change.',
        next: changed && !applied ? [`put it into ${script}: the same command with --apply`] : [],
      };
    case 'reached-unconfirmed':
      return {
        headline: `Target reached in one run: ${metric} ${value(outcome)}, target ${goal}; not confirmed`,
        good: true,
        explained: 'One run can be lucky. Confirmed means that repeated complete runs reach the target, too.',
        next: ['confirm it: the same command with run'],
      };
    case 'below-target':
      return {
        headline: `Target not reached: ${metric} ${value(outcome)}, target ${goal}`,
        good: false,
        explained: tried + refused === 0 ? 'No trial was run; this is the script as it is.' : `${all} tried. ${kept}`,
        next: [
          tried + refused === 0
            ? 'search for better values: the same command with run'
            : `go on with the search: the same command with --trials ${more}, or more --time or --total-epochs`,
        ],
      };
    case 'exhausted':
      return {
        headline: `Every combination was tried: ${metric} ${value(outcome)}, target ${goal}`,
        good: false,
        explained: `${all} tried, and there are no more. ${kept}`,
        next: ['let more hyper-parameters vary: fewer --keep, fewer --tune'],
      };
    case 'impossible':
      return {
        headline: `Target out of reach: ${metric} ${value(outcome)}, target ${goal}`,
        good: false,
        explained: `${all} tried; the rest of the budget has next to no chance. ${kept}`,
        next: ['lower the target, or change the model or the data: these hyper-parameters alone do not get there'],
      };
    case 'no-target':
      return noTarget(outcome, metric);
  }
}

function noTarget({ target, baseline }: Outcome, metric: string): VerdictWording {
  const observed = baseline.observation?.value ?? null;
  return {
    headline:
      observed === null
        ? `Trained, but no ${metric} was seen`
        : `Trained: ${metric} ${formatMetric(observed, target.metric)}`,
    good: observed !== null,
    explained: `There is no target: ${metric} has no value that is good for everyone.`,
    next:
      observed === null
        ? []
        : [`set one: the same command with --target ${proposeTarget(observed, target)}, if that would be good enough`],
  };
}

/** What is left of the search when it did not reach the target. */
function keptWording(outcome: Outcome): string {
  const { best, target } = outcome;
  if (best === null || best.trial === 0 || !improves(outcome)) {
    return 'Nothing that was tried is better than the script as it is.';
  }
  const lucky = best.observation !== null && reaches(best.observation.value, target);
  const luck = `Trial ${best.trial} reached the target once, but not when it was repeated: a lucky run. `;
  return `${lucky ? luck : ''}The best result is kept.`;
}

/** Whether the best trial is better than the script as it was. */
export function improves({ baseline, best, target }: Outcome): boolean {
  const [before, after] = [baseline.observation?.value, best?.observation?.value];
  return after !== undefined && (before === undefined || isBetter(after, before, target));
}

/** `84.3 % → 97.2 %`, with the confirmed mean where there is one. */
function value(outcome: Outcome): string {
  const { baseline, best, confirmation, target } = outcome;
  const after = confirmation?.mean ?? best?.observation?.value ?? null;
  const before = baseline.observation?.value ?? null;
  const shown = (number: number | null): string =>
    number === null ? 'unknown' : formatAgainst(number, target.value, target.metric);
  if (best === null || best.trial === 0) return shown(after ?? before);
  return `${shown(before)} → ${shown(after)}`;
}

/** How many sets of values were trained with to reach the target. */
export function triedIn(trials: Outcome['trials']): number {
  return trials.filter(({ undoes, refused }) => undoes === null && !refused).length;
}
