import type { Step } from '../github/step.ts';
import { fenced } from '../report/markdown-safe.ts';
import type { Outcome } from '../report/outcome.ts';
import { outputsOfOutcome, outputsOfProgram } from '../report/step-outputs.ts';
import { summaryMarkdown } from '../report/summary-markdown.ts';
import { interruptedCode } from './terminal.ts';
import type { Fact } from './terminal.ts';

/** Names under which the step keeps texts for its post step. */
export const remembered = { study: 'study', folder: 'folder', ended: 'ended' } as const;

/** Makes outputs, state and the summary of what becomes known while a command runs as a step. */
export function noteIn(step: Step): {
  readonly see: (fact: Fact) => void;
  readonly finish: (code: number) => Promise<void>;
} {
  let outcome: Outcome | null = null;
  const page: string[] = [];
  const leave = (texts: readonly (readonly [string, string])[]): void => {
    for (const [name, text] of texts) step.output(name, text);
  };
  return {
    see: (fact) => {
      switch (fact.kind) {
        case 'study':
          step.output('study', fact.id);
          step.remember(remembered.study, fact.id);
          step.remember(remembered.folder, fact.folder);
          return;
        case 'scripts':
          step.output('scripts', JSON.stringify(fact.scripts));
          page.push(fenced(fact.told, 'text', 20_000));
          return;
        case 'programs':
          for (const program of fact.programs.slice(0, 1)) leave(outputsOfProgram(program));
          return;
        case 'outcome':
          outcome = fact.outcome;
          leave(outputsOfOutcome(fact.outcome));
      }
    },
    finish: async (code) => {
      if (page.length > 0) await step.summarise(page.join('\n\n'));
      if (outcome !== null) await step.summarise(summaryMarkdown(outcome));
      if (code !== interruptedCode) step.remember(remembered.ended, 'yes');
    },
  };
}
