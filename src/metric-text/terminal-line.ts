/* eslint-disable no-control-regex -- this file exists for what terminals do with control characters */

const colours = /\u001b\[[0-9;?]*[A-Za-z]/g;
export const backspace = '\u0008';

/** What a terminal shows of a line at last: without colours, and only what follows the last carriage return. */
export function shownLine(line: string): string {
  return (
    line
      .replace(/[\r\n]+$/, '')
      .replace(colours, '')
      .split('\r')
      .at(-1) ?? ''
  );
}
