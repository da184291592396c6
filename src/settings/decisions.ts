import type { CommandName } from './commands.ts';
import type { Decision } from './decision.ts';
import type { Given } from './given.ts';
import { resolveSettings, type Surroundings } from './resolve.ts';
import type { Settings } from './settings.ts';
import { table } from './table.ts';

/**
 * The decisions that still hold when a command is started again by somebody else: what may stand in a file.
 * Not the script, which is kept with its study, and nothing of one call only, such as `--fresh` or `--json`.
 */
export function lasting(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.filter(({ name }) => name !== 'script' && table.some((one) => one.name === name && one.file));
}

/** The settings that these decisions made, for a command that is started again. */
export function settingsAgain(
  command: CommandName,
  decisions: readonly Decision[],
  script: string,
  surroundings: Surroundings,
): Settings {
  const here: Decision = { name: 'script', texts: [script], base: surroundings.directory };
  const given = [here, ...decisions].map((decision): Given => ({
    ...decision,
    origin: 'action',
    where: `recorded ${decision.name}`,
  }));
  return resolveSettings(command, [{ given, problems: [] }], surroundings).settings;
}
