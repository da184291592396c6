import { dirname } from 'node:path';
import type { Step } from '../github/step.ts';
import { leftStudyMarkdown } from '../report/left-study-markdown.ts';
import { listStudies } from '../wiring.ts';
import { studyLine } from './status.ts';
import { remembered } from './step-facts.ts';

/**
 * What is left to do when a step is over: a study that did not come to its end is told on the step's page.
 * Its lease is not touched: a dead holder's is taken by the next command, a living one's is not ours to take.
 */
export async function leave(step: Step): Promise<void> {
  const study = step.recall(remembered.study);
  if (study === '' || step.recall(remembered.ended) !== '') return;
  const home = dirname(dirname(step.recall(remembered.folder)));
  const entry = (await listStudies(home)).find(({ folder }) => folder.id === study);
  if (entry?.holder !== null) return;
  await step.summarise(leftStudyMarkdown(await studyLine(entry)));
}
