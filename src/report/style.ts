/** How text may look: colours only where the reader's terminal shows them. */
export interface Style {
  readonly colour: boolean;
}

export const plain: Style = { colour: false };

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;

/** The text in that colour, or as it is. Lengths are measured before painting. */
export function paint(style: Style, as: keyof typeof codes, text: string): string {
  return style.colour && text !== '' ? `\u001b[${codes[as]}m${text}\u001b[0m` : text;
}
