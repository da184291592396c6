import { constants } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { errorCode, namingFullDisk, syncFolder } from '../machine/write-durably.ts';
import type { RecordedEvent } from '../study/events.ts';
import type { Clock, Journal } from '../study/ports.ts';
import { type JournalContent, lineOf, readJournal } from './journal-lines.ts';

/**
 * The journal in a file. Reading changes nothing, so that anyone may look at any time; the first append
 * cuts off a torn last line, so only the holder of the study's lease may append.
 */
export function fileJournal(path: string, clock: Clock = { now: Date.now }): Journal {
  let opened: Tail | undefined;
  let last: Promise<unknown> = Promise.resolve();

  return {
    async read() {
      await last;
      return (await contentOf(path)).events;
    },
    append(event) {
      const appended = last.then(async () => {
        const tail = (opened ??= await openTail(path));
        const recorded: RecordedEvent = { n: tail.next, at: clock.now(), event };
        await namingFullDisk(path, () => extend(tail, lineOf(recorded)));
        return recorded;
      });
      // One append after the other; the failure of one is told to its own caller only.
      last = appended.catch(() => undefined);
      return appended;
    },
  };
}

/** The end of an open journal: where the next line goes. */
interface Tail {
  readonly path: string;
  next: number;
  bytes: number;
}

async function openTail(path: string): Promise<Tail> {
  const { events, bytes } = await contentOf(path);
  await withFile(path, async (file) => {
    await file.truncate(bytes);
    await file.sync();
  });
  await syncFolder(dirname(path));
  return { path, next: events.length, bytes };
}

async function extend(tail: Tail, line: string): Promise<void> {
  const bytes = Buffer.from(line);
  await withFile(tail.path, async (file) => {
    try {
      await writeAll(file, bytes, tail.bytes);
      await file.datasync();
    } catch (error) {
      // Half a line must not stay: the next one would be glued to it.
      await file.truncate(tail.bytes);
      throw error;
    }
  });
  tail.bytes += bytes.length;
  tail.next += 1;
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** Opened for each line: a study appends a few lines a minute, and nothing is left open after a crash. */
async function withFile(path: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, constants.O_CREAT | constants.O_RDWR);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

async function contentOf(path: string): Promise<JournalContent> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { events: [], bytes: 0 };
    throw error;
  }
  const content = readJournal(bytes);
  if ('events' in content) return content;
  throw new UserError(
    'machine',
    'journal-damaged',
    `Line ${content.line} of a study's journal is damaged: ${content.problem}.`,
    {
      help: 'Nothing was changed. Restore the file from a copy, or start the study again with --fresh.',
      place: { file: path, line: content.line },
    },
  );
}
