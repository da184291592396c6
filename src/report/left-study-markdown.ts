import { formatAgainst } from './format-number.ts';
import { inlineCode, words } from './markdown-safe.ts';
import type { StudyLine } from './status-text.ts';
import { describeTarget } from './wording.ts';

/** How a study stands whose step ended before its time, for the step's page. */
export function leftStudyMarkdown({ name, script, target, best, trials, budget }: StudyLine): string {
  const reached = best === null || target === null ? 'none yet' : formatAgainst(best, target.value, target.metric);
  return [
    `## ⏸️ ${words(`Stopped: ${script}`)}`,
    '',
    'The step ended before the study did. Everything so far is kept; run the job again, and it goes on from here.',
    '',
    '| | |',
    '|---|---|',
    `| study | ${inlineCode(name)} |`,
    `| trials | ${trials < 0 ? 0 : trials}${budget === null ? '' : ` of ${budget}`} |`,
    ...(target === null ? [] : [`| target | ${words(describeTarget(target))} |`]),
    `| best | ${words(reached)} |`,
    '',
  ].join('\n');
}
