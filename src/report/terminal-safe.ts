/* eslint-disable no-control-regex -- this file exists to find control characters */
const sequences =
  /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[ -/]*[0-~])|\u009b[0-?]*[ -/]*[@-~]/g;
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g;

/**
 * Text from a script, harmless to show: no escape sequence, no control character that moves the cursor or
 * turns the reading direction, nothing that GitHub's log would take for a command. Lines stay lines.
 */
export function safeText(text: string): string {
  return withoutCommands(text.replaceAll('\r\n', '\n').replace(sequences, '').replace(controls, ''));
}

/**
 * Text in which GitHub's runner finds no command: `::` at the beginning of a line, also where that is cut in two, and
 * `##[` anywhere. .NET takes U+0085 for a space, too.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([\s\u0085]*:)(?=:|$)/gm, '$1\u200b').replaceAll('##[', '#\u200b#[');
}

/** The same in one line, cut where it gets longer than `most`. */
export function safeLine(text: string, most = 200): string {
  return cut(safeText(text).replace(/\s+/g, ' ').trim(), most);
}

/** The first `most` code points, with an ellipsis in place of the rest. */
export function cut(text: string, most: number): string {
  const points = Array.from(text);
  return points.length <= most ? text : `${points.slice(0, Math.max(0, most - 1)).join('')}…`;
}
