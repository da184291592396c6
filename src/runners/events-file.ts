import { type FileHandle, open } from 'node:fs/promises';
import { errorCode } from '../machine/write-durably.ts';
import type { Message } from '../study/messages.ts';
import { messageReader } from './messages.ts';

export interface EventsFile {
  /** Hears every message that was written since the last time; answers the first wrong line. */
  readOn(hear: (message: Message) => void): Promise<{ readonly line: number; readonly problem: string } | null>;
}

/** A growing `events.jsonl`, from its first line. The file is opened only while there is something to read. */
export function eventsFile(path: string): EventsFile {
  const reader = messageReader();
  const chunk = Buffer.alloc(64 * 1024);
  let offset = 0;

  return {
    async readOn(hear) {
      const file = await openIfThere(path);
      if (file === null) return null;
      try {
        for (;;) {
          const { bytesRead } = await file.read(chunk, 0, chunk.length, offset);
          if (bytesRead === 0) return null;
          offset += bytesRead;
          for (const line of reader.push(chunk.subarray(0, bytesRead))) {
            if (line.kind === 'message') hear(line.message);
            if (line.kind === 'problem') return line;
          }
        }
      } finally {
        await file.close();
      }
    },
  };
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
