import type { Step } from '../github/step.ts';
import type { WorkflowRun } from '../github/workflow-run.ts';
import { fenced } from '../report/markdown-safe.ts';
import { outputsOfOutcome, outputsOfProgram } from '../report/step-outputs.ts';
import { summaryMarkdown } from '../report/summary-markdown.ts';
import type { CommandName } from '../settings/commands.ts';
import type { Settings } from '../settings/settings.ts';
import { publish } from './publish.ts';
import { interruptedCode } from './terminal.ts';
import type { Fact } from './terminal.ts';

/** Names under which the step keeps texts for its post step. */
export const remembered = { study: 'study', folder: 'folder', cache: 'cache', ended: 'ended' } as const;

/** Hands a fact on as soon as it is known: whatever is killed later, this much is left. */
export function handOn(fact: Fact, step: Step): void {
  const leave = (texts: readonly (readonly [string, string])[]): void => {
    for (const [name, text] of texts) step.output(name, text);
  };
  switch (fact.kind) {
    case 'study':
      step.output('study', fact.id);
      step.remember(remembered.study, fact.id);
      step.remember(remembered.folder, fact.folder);
      step.remember(remembered.cache, fact.cache);
      return;
    case 'scripts':
      step.output('scripts', JSON.stringify(fact.scripts));
      return;
    case 'programs':
      // More than one program has no place in outputs that are named for one.
      for (const program of fact.programs.length === 1 ? fact.programs : []) leave(outputsOfProgram(program));
      return;
    case 'warning':
      step.annotate({ level: 'warning', title: fact.title, message: fact.message });
      return;
    case 'outcome':
      leave(outputsOfOutcome(fact.outcome));
  }
}

/** The step as it ends: what command it was, with what settings, in which run (`null`: outside of GitHub). */
export interface StepEnd {
  readonly command: CommandName;
  readonly code: number;
  readonly settings: Settings;
  readonly run: WorkflowRun | null;
}

/** Writes the step's page; the jobs that report tell GitHub, too. */
export async function conclude(facts: readonly Fact[], { command, code, settings, run }: StepEnd, step: Step) {
  if (code !== interruptedCode) step.remember(remembered.ended, 'yes');
  for (const fact of facts) if (fact.kind === 'scripts') await step.summarise(fenced(fact.told, 'text', 20_000));
  const ended = facts.find((fact) => fact.kind === 'outcome');
  if (ended === undefined) return;
  await step.summarise(summaryMarkdown(ended.outcome));
  if (run !== null && reporting.includes(command)) await publish(ended.outcome, ended.edits, { settings, run, step });
}

const reporting: readonly CommandName[] = ['run', 'report'];
