/** What the runner made of a line that a step printed. */
export interface Heard {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Commands in a log, as GitHub's runner finds them: both forms, and none while they are stopped. */
export function commandsIn(log: string): Heard[] {
  const heard: Heard[] = [];
  let stopped: string | null = null;
  for (const line of log.split('\n')) {
    const command = commandOf(line);
    if (command === null) continue;
    if (stopped !== null) {
      if (command.command === stopped) stopped = null;
    } else if (command.command === 'stop-commands') stopped = command.message;
    else heard.push(command);
  }
  return heard;
}

/** `::error file=a.py,line=3::text` at the beginning of a line, or `##[error file=a.py;line=3]text` anywhere in it. */
function commandOf(line: string): Heard | null {
  const [, modern, properties = '', message = ''] = /^\s*::([\w-]+)(?: ([^\n]*?))?::(.*)$/.exec(line) ?? [];
  if (modern !== undefined) return heardOf(modern, properties.split(','), unescaped(message));
  const [, old, before = '', after = ''] = /##\[([\w-]+)(?: ([^\]\n]*))?\](.*)$/.exec(line) ?? [];
  return old === undefined ? null : heardOf(old, before.split(';'), after);
}

function heardOf(command: string, properties: readonly string[], message: string): Heard {
  const pairs = properties.filter(Boolean).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
  });
  return { command, properties: Object.fromEntries(pairs) as Record<string, string>, message };
}

function unescaped(text: string): string {
  const signs = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return text.replaceAll(/%(0D|0A|3A|2C|25)/g, (sign) => signs[sign as keyof typeof signs]);
}
