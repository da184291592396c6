import { escaped } from './draw-screen.mjs';

const [width, height] = [880, 360];
const box = { left: 70, right: 850, top: 80, bottom: 300 };

/** The metric of every trial of a search, with the target: `report --json` in, SVG out. */
export function drawSearch({ baseline, trials, target, best, confirmation, script }) {
  const shown = [baseline, ...trials].map((trial, index) => ({
    ...trial,
    x: index,
    value: trial.observation?.value ?? null,
  }));
  const values = [...shown.map(({ value }) => value), target.value].filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = (high - low) * 0.08 || 0.01;
  const x = (index) => box.left + ((index + 0.5) / shown.length) * (box.right - box.left);
  const y = (value) => box.bottom - ((value - low + pad) / (high - low + 2 * pad)) * (box.bottom - box.top);
  const percent = (value) => `${(value * 100).toFixed(1)} %`;

  const ticks = Array.from({ length: 5 }, (_, n) => low + ((high - low) * n) / 4);
  const grid = ticks.map(
    (tick) =>
      `<line x1="${box.left}" x2="${box.right}" y1="${at(y(tick))}" y2="${at(y(tick))}" stroke="#d0d7de" stroke-width="0.5"/>` +
      `<text x="${box.left - 10}" y="${at(y(tick) + 4)}" text-anchor="end">${percent(tick)}</text>`,
  );
  const dots = shown.map(({ x: index, value, trial, undoes }) => {
    const label = `<text x="${at(x(index))}" y="${box.bottom + 20}" text-anchor="middle">${index === 0 ? 'as it is' : trial}</text>`;
    if (value === null) return label;
    const winner = trial === best?.trial && trial !== 0;
    const colour = winner ? '#1a7f37' : index === 0 ? '#cf222e' : undoes === null ? '#0969da' : '#8250df';
    const above = `<text x="${at(x(index))}" y="${at(y(value) - 12)}" text-anchor="middle"${winner ? ' font-weight="bold"' : ''}>${percent(value)}</text>`;
    return `<circle cx="${at(x(index))}" cy="${at(y(value))}" r="${winner ? 7 : 5}" fill="${colour}"/>${shown.length > 16 && !winner && index > 0 ? '' : above}${label}`;
  });
  const proof =
    confirmation === null ? '' : `confirmed by complete runs: ${confirmation.values.map(percent).join(', ')}`;
  const title = `${script}: ${target.metric} of every trial`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#d0d7de"/>
<g font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="12" fill="#57606a">
<text x="24" y="32" font-size="15" font-weight="bold" fill="#1f2328">${escaped(title)}</text>
<text x="24" y="52">${escaped(proof)}</text>
${grid.join('\n')}
<line x1="${box.left}" x2="${box.right}" y1="${at(y(target.value))}" y2="${at(y(target.value))}" stroke="#1a7f37" stroke-width="1.5" stroke-dasharray="6 4"/>
<text x="${box.left + 8}" y="${at(y(target.value) + 18)}" fill="#1a7f37">target ${percent(target.value)}</text>
${dots.join('\n')}
<text x="24" y="${height - 14}">red: the script as it is · blue: searched · violet: tried with fewer changes · green: the winner</text>
</g>
</svg>
`;
}

function at(value) {
  return value.toFixed(1);
}
