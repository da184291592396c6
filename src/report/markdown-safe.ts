import { cut, safeLine, safeText } from './terminal-safe.ts';

/** Text from a script as code inside a line: no mention, no markup, no end of a table's cell. */
export function inlineCode(text: string, most = 120): string {
  const line = safeLine(text, most).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(line) + 1);
  const room = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  return `${fence}${room}${line}${room}${fence}`;
}

/** Text as a block of code that cannot close itself. */
export function fenced(text: string, language: string, most: number): string {
  const block = cut(safeText(text).trimEnd(), most);
  const fence = '`'.repeat(Math.max(3, longestRun(block) + 1));
  return `${fence}${language}\n${block}\n${fence}`;
}

/** Text as words: every sign that Markdown, HTML or GitHub could take for something else is disarmed. */
export function words(text: string, most = 300): string {
  return safeLine(text, most)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/(https?):\/\//gi, '$1:\u200b//')
    .replace(/\bwww\./gi, 'www\u200b.');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
