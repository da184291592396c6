import { exitCodes } from '../errors.ts';
import { planDocument } from '../report/documents.ts';
import { planText } from '../report/plan-text.ts';
import type { Settings } from '../settings/settings.ts';
import { prepare } from './prepare.ts';
import type { Terminal } from './terminal.ts';

/** `plan`: what `run` would do, for people; nothing is spent and nothing is kept. */
export async function plan(settings: Settings, terminal: Terminal): Promise<number> {
  const [path = ''] = settings.scripts;
  const prepared = await prepare(path, settings);
  terminal.out(
    settings.json
      ? `${JSON.stringify(planDocument(prepared.plan), null, 2)}\n`
      : `${planText(prepared.plan, { colour: terminal.colour })}\n`,
  );
  return exitCodes.done;
}
