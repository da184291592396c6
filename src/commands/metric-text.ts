import { exitCodes } from '../errors.ts';
import { bestOf, metricsInText } from '../metric-text/metric-text.ts';
import type { MetricInText } from '../metric-text/metric-text.ts';
import { metricText } from '../report/metric-text.ts';
import type { Settings } from '../settings/settings.ts';
import { readLog } from '../wiring.ts';
import type { Terminal } from './terminal.ts';

/** `detect --metric-text`: which metrics would be read from these logs, and which one would count. */
export function detectMetricText({ scripts, json }: Settings, terminal: Terminal): number {
  const logs = scripts.map((path) => {
    const metrics = metricsInText(readLog(path));
    return { path, metrics, metric: bestOf(metrics) };
  });
  if (json) terminal.out(`${JSON.stringify(logs.map(itemOf), null, 2)}\n`);
  else terminal.out(logs.map(metricText).join('\n'));
  return exitCodes.done;
}

interface Log {
  readonly path: string;
  readonly metrics: readonly MetricInText[];
  readonly metric: MetricInText | null;
}

function itemOf({ path, metrics, metric }: Log): object {
  return { file: path, metric, metrics };
}
