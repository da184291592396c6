import { commands } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import { table } from './table.ts';

test.each(commands)('$name --help is complete, and fits a terminal', ({ name }) => {
  const text = commandHelp(name, 'node dist/cli.js');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const setting of table.filter(({ flag }) => flag === 'flag')) {
    const mentioned = new RegExp(`\\n  --${setting.name}(?![\\w-])`).test(text);
    expect([setting.name, mentioned]).toEqual([setting.name, setting.commands.includes(name)]);
  }
});

test('general help fits a terminal and names every command', () => {
  const text = generalHelp('node dist/cli.js');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  for (const { name, summary } of commands) expect(text).toContain(`  ${name.padEnd(9)}${summary}`);
});

test('what a newcomer reads about prune', () => {
  expect(commandHelp('prune', 'retune')).toBe(`Usage: retune prune [flags]

Removes studies that were not used for 30 days, and environments that no study
needs. Never a running one.

Examples:
  retune prune                   # what was not used for 30 days
  retune prune --older-than 7d   # one week
  retune prune --all             # everything that nobody uses right now

Where it runs:
  --home DIR             Where studies and environments are kept. Default:
                         $RETUNE_HOME, else ~/.retune.

What happens with the result:
  --json                 Print one JSON document instead of text.

What is removed:
  --older-than TIME      Remove studies that were not used for this long: 7d,
                         12h. Default: 30d.
  --all                  Remove everything that nobody uses right now.

  --help shows this text.
`);
});
