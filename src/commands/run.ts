import { exitCodes } from '../errors.ts';
import { outcomeDocument } from '../report/documents.ts';
import { outcomeText } from '../report/outcome-text.ts';
import type { Outcome } from '../report/outcome.ts';
import { planText } from '../report/plan-text.ts';
import type { Settings } from '../settings/settings.ts';
import type { Stage } from '../study/command.ts';
import { fold } from '../study/state.ts';
import { applyOutcome, editsOf } from './apply.ts';
import { refuseBaseline } from './baseline.ts';
import { prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { reproduced } from './reproduce.ts';
import { search } from './search.ts';
import { interruptedCode } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { watch } from './watch.ts';

/** `run`: the plan, the baseline, the search and its proof, the report; stopped, it goes on where it was. */
export function run(settings: Settings, terminal: Terminal): Promise<number> {
  return stageOf(settings.asFound ? 'winner' : 'minimal', settings, terminal);
}

/** `tweak`: like `run`, but the winner is as the search found it; `report` simplifies it. */
export async function tweak(settings: Settings, terminal: Terminal): Promise<number> {
  const prepared = await prepareFirst(settings);
  // It builds on the training of a job before: what failed there would fail again.
  if (!settings.fresh) refuseBaseline(fold(await prepared.study.journal.read()), prepared, true);
  // A baseline that has run had its plan told.
  if (prepared.plan.guess === null) tellPlan(prepared, terminal);
  return await bring(prepared, 'winner', settings, terminal);
}

/** `train`: the baseline alone. */
export async function train(settings: Settings, terminal: Terminal): Promise<number> {
  const code = await stageOf('baseline', settings, terminal);
  return code === exitCodes.belowTarget ? exitCodes.done : code;
}

async function stageOf(stage: Stage, settings: Settings, terminal: Terminal): Promise<number> {
  const prepared = await prepareFirst(settings);
  tellPlan(prepared, terminal);
  return await bring(prepared, stage, settings, terminal);
}

function prepareFirst(settings: Settings): Promise<Prepared> {
  const [path = ''] = settings.scripts;
  return prepare(path, settings);
}

function tellPlan({ plan }: Prepared, terminal: Terminal): void {
  terminal.err(`${planText(plan, { colour: terminal.colour })}\n`);
}

/** Brings a study as far as the stage reaches, and tells how it ended. */
export async function bring(prepared: Prepared, stage: Stage, settings: Settings, terminal: Terminal): Promise<number> {
  noteStudy(prepared, settings, terminal);
  const found = await watched(prepared, settings, stage, terminal);
  const outcome = found && (await reproduced(found, prepared, settings, terminal));
  if (outcome === null) return stopped(terminal);
  if (settings.apply) await applyOutcome(outcome, prepared);
  await tell(outcome, prepared, settings, terminal);
  return codeOf(outcome);
}

/** What an interrupted command says. */
export function stopped(terminal: Terminal): number {
  terminal.err('\nStopped. Everything so far is kept: the same command goes on where it was.\n');
  return interruptedCode;
}

async function watched(
  prepared: Prepared,
  settings: Settings,
  stage: Stage,
  terminal: Terminal,
): Promise<Outcome | null> {
  using watcher = await watch(prepared, terminal);
  return await search(prepared, settings, stage, terminal, watcher);
}

/** Lets the caller know which study it is, so that whoever comes after a crash can find it. */
export function noteStudy({ study }: Prepared, { cache }: Settings, terminal: Terminal): void {
  terminal.note({ kind: 'study', id: study.id, folder: study.folder, cache });
  switch (study.restored.kind) {
    case 'brought':
      terminal.err(
        `Brought from GitHub's cache: ${study.restored.events} events of this study, from another machine.\n`,
      );
      return;
    case 'no-answer':
      terminal.note({
        kind: 'warning',
        title: "Retune: GitHub's cache does not answer",
        message:
          'What another machine may have kept of this study is not known: it goes on from what this machine has, and begins where that is nothing.',
      });
      return;
    case 'nothing-newer':
  }
}

export async function tell(
  outcome: Outcome,
  prepared: Prepared,
  settings: Settings,
  terminal: Terminal,
): Promise<void> {
  terminal.note({ kind: 'outcome', outcome, edits: await editsOf(outcome, prepared) });
  terminal.out(
    settings.json
      ? `${JSON.stringify(outcomeDocument(outcome), null, 2)}\n`
      : `${outcomeText(outcome, { colour: terminal.colour, applied: settings.apply })}\n`,
  );
}

export function codeOf({ verdict }: Outcome): number {
  switch (verdict) {
    case 'reached':
    case 'reached-unconfirmed':
    case 'no-target':
      return exitCodes.done;
    case 'below-target':
    case 'exhausted':
    case 'impossible':
      return exitCodes.belowTarget;
  }
}
