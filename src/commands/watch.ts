import { advance, progressSoFar } from '../report/progress.ts';
import type { News, Progress } from '../report/progress.ts';
import { liveLine, newsLines, resumedLine } from '../report/progress-text.ts';
import type { Prepared } from './prepare.ts';
import type { Watcher } from './search.ts';
import type { Terminal } from './terminal.ts';

const redrawn = 250;
const clearLine = '\r\u001b[2K';

/** Shows a running study: on a screen one line that is rewritten, in a log one line an event. */
export async function watch({ script, study }: Prepared, terminal: Terminal): Promise<Watcher & Disposable> {
  let progress: Progress = progressSoFar(await study.journal.read(), script.hyperparameters);
  const draw = (): void => {
    if (terminal.live) terminal.err(`${clearLine}${liveLine(progress, terminal.columns - 1)}`);
  };
  const say = (text: string): void => {
    terminal.err(`${terminal.live ? clearLine : ''}${text}\n`);
  };
  const resumed = resumedLine(progress);
  if (resumed !== '') say(resumed);
  const see = (news: News): void => {
    const lines = newsLines(progress, news, terminal.live ? 'terminal' : 'log', { colour: terminal.colour });
    progress = advance(progress, news, script.hyperparameters);
    for (const line of lines) say(line);
    draw();
  };
  const timer = setInterval(() => {
    see({ kind: 'tick', at: Date.now() });
  }, redrawn);
  timer.unref();
  return {
    say,
    see,
    [Symbol.dispose]: () => {
      clearInterval(timer);
      if (terminal.live) terminal.err(clearLine);
    },
  };
}
