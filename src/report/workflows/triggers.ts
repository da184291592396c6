import { table } from '../../settings/table.ts';

/** Settings that a person may want to say when they start the pipeline by hand, or call it. */
const asked: readonly string[] = ['script', 'target', 'metric', 'direction', 'trials', 'time', 'runner'];
const script =
  'Only this training script, or a pattern: models/*/train.py. After a push if it was changed, started by hand in any case.';

/** Inputs of a workflow from the table of settings, at this indentation, as `workflow_call` and `workflow_dispatch` want them. */
export function inputLines(indent: string, except: readonly string[] = []): string[] {
  return asked
    .filter((name) => !except.includes(name))
    .flatMap((name) => {
      const setting = table.find((one) => one.name === name);
      if (setting === undefined) throw new Error(`there is no setting ${name}`);
      const text = name === 'script' ? script : `${setting.help} Default: ${setting.shown}.`;
      return [
        `${indent}${name}:`,
        `${indent}  description: ${quoted(text)}`,
        `${indent}  type: string`,
        `${indent}  required: false`,
      ];
    });
}

/** The same inputs handed on to a step. */
export function handedOn(except: readonly string[] = []): (readonly [string, string])[] {
  return asked.filter((name) => !except.includes(name)).map((name) => [name, `\${{ inputs.${name} }}`]);
}

/** In the quotes that the formatter would choose. */
export function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
}
