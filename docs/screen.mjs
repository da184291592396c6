/* eslint-disable no-control-regex -- this file reads what a terminal is told */
const colours = { 31: 'red', 32: 'green', 33: 'yellow' };

/**
 * What stands on a terminal after this output: lines of `{ text, parts }`, each part with its look. Knows what
 * Retune sends: carriage return, "clear the line", and the looks of `report/style.ts`.
 */
export function screenOf(output) {
  const lines = [];
  let line = [];
  let look = {};
  const control = /\u001b\[([0-9;]*)([A-Za-z])|\r\n|[\r\n]/g;
  let from = 0;
  const write = (text) => {
    if (text !== '') line.push({ text, ...look });
  };
  for (const match of output.matchAll(control)) {
    write(output.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[0] === '\r\n' || match[0] === '\n') {
      lines.push(line);
      line = [];
    } else if (match[0] === '\r' || match[2] === 'K') line = [];
    else if (match[2] === 'm') look = lookOf(match[1]);
  }
  write(output.slice(from));
  if (line.length > 0) lines.push(line);
  return lines.map((parts) => ({ parts, text: parts.map(({ text }) => text).join('') }));
}

function lookOf(code) {
  return { bold: code === '1', dim: code === '2', colour: colours[code] ?? null };
}
