import { clearLine, clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { widthOf } from './width.ts';

export type Output = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

export interface Paper {
  columns(): number;
  /** The other end went away. */
  broken(): boolean;
  /** Writes at the end. With an id, the text can be drawn over while it is the last thing on the screen. */
  write(text: string, id?: string): void;
  /** Draws over the message if it is the last thing on the screen; false when it is not. */
  redraw(text: string, id: string): boolean;
  /** Something else was written below: nothing above can be drawn over any more. */
  turn(): void;
  /** Called after each write: draws the prompt again, with what was half typed. */
  afterwards(redraw: () => void): void;
}

/** What is written to the terminal. */
export function createPaper(output: Output, tty: boolean): Paper {
  let last: { id: string; rows: number } | null = null;
  let gone = false;
  let prompt = () => {};
  // The other end of a pipe may leave (`hipaa … | head`): nobody is listening, and that is no failure.
  output.on('error', () => {
    gone = true;
  });
  const broken = () => gone || output.destroyed || output.writableEnded;

  function rowsOf(text: string): number {
    const columns = output.columns ?? 100;
    const lines = stripVTControlCharacters(text).split('\n');
    return lines.reduce((sum, l) => sum + Math.max(1, Math.ceil(widthOf(l) / columns)), 0);
  }

  function write(text: string, id?: string): void {
    if (broken()) return;
    if (tty) {
      cursorTo(output, 0);
      clearLine(output, 0);
    }
    output.write(`${text}\n`);
    last = id === undefined ? null : { id, rows: rowsOf(text) };
    prompt();
  }

  return {
    columns: () => Math.min(140, Math.max(40, output.columns ?? 100)),
    broken,
    write,
    redraw(text, id) {
      if (!tty || broken() || last?.id !== id || last.rows >= (output.rows ?? 24) - 1) return false;
      cursorTo(output, 0);
      moveCursor(output, 0, -last.rows);
      clearScreenDown(output);
      write(text, id);
      return true;
    },
    turn() {
      last = null;
    },
    afterwards(redraw) {
      prompt = redraw;
    },
  };
}
