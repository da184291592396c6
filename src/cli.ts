import { homedir } from 'node:os';
import { interruption } from './commands/interruption.ts';
import { verbs } from './commands/verbs.ts';
import { describeError, exitCodeOf } from './errors.ts';
import { readCommandLine } from './settings/from-command-line.ts';
import { readSettingsFile } from './settings/from-file.ts';
import { commandHelp, generalHelp } from './settings/help.ts';
import { resolveSettings } from './settings/resolve.ts';
import { version } from './settings/version.ts';
import { runIdentity } from './settings/run-identity.ts';

const call = 'node dist/cli.js';

/** The command line: settings in, one verb, an exit code out. */
export async function cli(): Promise<void> {
  try {
    process.exitCode = await answer(process.argv.slice(2));
  } catch (thrown) {
    process.stderr.write(`${describeError(thrown)}\n`);
    process.exitCode = exitCodeOf(thrown);
  }
}

async function answer(argv: readonly string[]): Promise<number> {
  const directory = process.cwd();
  const asked = readCommandLine(argv, directory);
  const out = (text: string): void => void process.stdout.write(text);
  switch (asked.kind) {
    case 'help':
      out(asked.about === null ? generalHelp(call) : commandHelp(asked.about, call));
      return 0;
    case 'version':
      out(`${version}\n`);
      return 0;
    case 'command': {
      const { RETUNE_HOME: retuneHome } = process.env;
      const surroundings = { directory, home: homedir(), retuneHome, partOf: runIdentity(process.env) };
      const { command, settings } = resolveSettings(
        asked.command,
        [readSettingsFile(directory), asked.reading],
        surroundings,
      );
      const live = process.stderr.isTTY && process.env.CI === undefined;
      const colour = process.stderr.isTTY && process.env.NO_COLOR === undefined;
      const err = (text: string): void => void process.stderr.write(text);
      const columns = process.stderr.columns;
      const interrupted = interruption('once');
      return await verbs[command](settings, { out, err, note: () => undefined, live, colour, columns, interrupted });
    }
  }
}
