/** Splits a line of arguments as a shell would, quotes and backslashes included; nothing is expanded. */
export function splitWords(line: string): string[] {
  const word = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\]|["'\\])+/gs;
  return [...line.matchAll(word)].map(([written]) => unquote(written));
}

function unquote(written: string): string {
  return written.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs,
    (_, double?: string, single?: string, one?: string) =>
      double === undefined ? (single ?? one ?? '') : double.replace(/\\(["\\$`])/g, '$1'),
  );
}
