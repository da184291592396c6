import { homedir } from 'node:os';
import { interruption } from './commands/interruption.ts';
import { conclude, handOn } from './commands/step-facts.ts';
import type { Fact } from './commands/terminal.ts';
import { verbs } from './commands/verbs.ts';
import { exitCodeOf, exitCodes } from './errors.ts';
import { eventReading, readEvent, refuseForeign } from './github/event.ts';
import { openStep } from './github/step.ts';
import { workflowRun } from './github/workflow-run.ts';
import { annotationOf } from './report/annotation.ts';
import { withoutCommands } from './report/terminal-safe.ts';
import { readAction } from './settings/from-action.ts';
import { readSettingsFile } from './settings/from-file.ts';
import { resolveSettings } from './settings/resolve.ts';
import { runIdentity } from './settings/run-identity.ts';

const logWidth = 120;

/** The action's step: inputs in, one verb, outputs and the step's result out. */
export async function action(): Promise<void> {
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  // One stream: the runner does not keep the order between two. What scripts and tools say must stay text to it.
  const print = (text: string): void => void process.stdout.write(withoutCommands(text));
  const step = await openStep();
  try {
    const asked = readAction(process.env, workspace);
    const { RETUNE_HOME: retuneHome } = process.env;
    const surroundings = { directory: workspace, home: homedir(), retuneHome, partOf: runIdentity(process.env) };
    const event = await readEvent(process.env);
    const told = event === null ? [] : [eventReading(event, workspace)];
    const readings = [readSettingsFile(workspace), ...told, asked.reading];
    const { command, settings } = resolveSettings(asked.command, readings, surroundings);
    if (event !== null) refuseForeign(event);
    const facts: Fact[] = [];
    const note = (fact: Fact): void => {
      facts.push(fact);
      handOn(fact, step);
    };
    const log = { out: print, err: print, note, live: false, colour: true, columns: logWidth };
    const code = await verbs[command](settings, { ...log, interrupted: interruption('on') });
    await conclude(facts, { command, code, settings, run: workflowRun(process.env, event) }, step);
    process.exitCode = code === exitCodes.belowTarget && !settings.failBelowTarget ? exitCodes.done : code;
  } catch (thrown) {
    step.annotate(annotationOf(thrown, workspace));
    process.exitCode = exitCodeOf(thrown);
  }
}
