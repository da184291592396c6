import { dirname } from 'node:path';
import type { Step } from '../github/step.ts';
import { leftStudyMarkdown } from '../report/left-study-markdown.ts';
import { count } from '../report/wording.ts';
import { isInUse, listStudies, secondLevel } from '../wiring.ts';
import type { StudyEntry } from '../wiring.ts';
import { studyLine } from './status.ts';
import { remembered } from './step-facts.ts';

/**
 * What is left to do when a step is over: the study is kept where another machine finds it, and one that did not come
 * to its end is told on the step's page. Its lease is not touched: a dead holder's is taken by the next command, a
 * living one's is not ours to take.
 */
export async function leave(step: Step): Promise<void> {
  const study = step.recall(remembered.study);
  if (study === '') return;
  const home = dirname(dirname(step.recall(remembered.folder)));
  const entry = (await listStudies(home)).find(({ folder }) => folder.id === study);
  if (entry === undefined || isInUse(entry.holding)) return;
  if (step.recall(remembered.ended) === '') await step.summarise(leftStudyMarkdown(await studyLine(entry)));
  await keepElsewhere(entry, step);
}

async function keepElsewhere({ folder, record }: StudyEntry, step: Step): Promise<void> {
  const level = secondLevel(step.recall(remembered.cache) === 'none' ? 'none' : 'github');
  if (level === null || record === null) return;
  const saved = await level.save(folder, { whole: true });
  const title = "Retune: GitHub's cache";
  if (saved.kind === 'failed') {
    const message = `The study is not kept in the cache: ${saved.why}. It is whole on this machine; another one could not go on with it.`;
    step.annotate({ level: 'warning', title, message });
  } else if (saved.kind === 'saved' && saved.leftOut.length > 0) {
    const message = `The study is kept in the cache without ${count(saved.leftOut.length, 'file')} of its models: they are too large.`;
    step.annotate({ level: 'notice', title, message });
  }
}
