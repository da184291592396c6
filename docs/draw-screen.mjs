const [cell, row, margin, bar] = [8.4, 20, 20, 40];
const fill = { red: '#ff7b72', green: '#7ee787', yellow: '#e3b341' };

/** A terminal window with these lines, as SVG. */
export function drawScreen(command, lines) {
  const all = [
    {
      parts: [
        { text: '$ ', dim: true },
        { text: command, bold: true },
      ],
    },
    { parts: [] },
    ...trimmed(lines),
  ];
  const columns = Math.max(...all.map(({ parts }) => Array.from(parts.map(({ text }) => text).join('')).length));
  const width = Math.ceil(columns * cell + 2 * margin);
  const height = all.length * row + bar + margin;
  const texts = all.map(({ parts }, index) => {
    const y = bar + (index + 1) * row - 6;
    return `<text x="${margin}" y="${y}" xml:space="preserve">${parts.map(span).join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(`Terminal: ${command}`)}">
<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>
${['#ff5f57', '#febc2e', '#28c840'].map((colour, n) => `<circle cx="${margin + 4 + n * 20}" cy="20" r="6" fill="${colour}"/>`).join('')}
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#c9d1d9">
${texts.join('\n')}
</g>
</svg>
`;
}

function trimmed(lines) {
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(0, last + 1);
}

function span({ text, bold, dim, colour }) {
  const looks = [
    ...(colour ? [`fill="${fill[colour]}"`] : dim ? ['fill="#8b949e"'] : []),
    ...(bold ? ['font-weight="bold"', ...(colour ? [] : ['fill="#f0f6fc"'])] : []),
  ];
  return looks.length === 0 ? escaped(text) : `<tspan ${looks.join(' ')}>${escaped(text)}</tspan>`;
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
