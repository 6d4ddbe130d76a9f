import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Output, Paper } from './paper.ts';

export interface Lines {
  /** Asks, and waits for the next line; null at the end. `cancellable`: Ctrl-C answers "cancel" instead of leaving. */
  next(question: string, cancellable?: boolean): Promise<string | null>;
  close(): void;
}

/** Lines one at a time, from a terminal or a pipe. */
export function createLines(input: Readable, output: Output, paper: Paper, terminal: boolean): Lines {
  // The history stays in memory: a typed reason is for the ledger, screened, and for no file beside it.
  const rl = createInterface({ input, terminal, historySize: 200, ...(terminal ? { output } : {}) });
  const queue: string[] = [];
  let waiting: ((line: string | null) => void) | null = null;
  let ended = false;
  let leaves = true;

  function answer(line: string | null): boolean {
    const resolve = waiting;
    waiting = null;
    resolve?.(line);
    return resolve !== null;
  }
  const hear = (line: string) => {
    if (!answer(line)) queue.push(line);
  };
  const end = () => {
    ended = true;
    answer(null);
  };
  rl.on('line', hear);
  rl.on('close', end);
  rl.on('SIGINT', () => {
    if (leaves) rl.close();
    else hear('cancel');
  });
  input.on('error', end);
  paper.afterwards(() => {
    if (waiting && terminal && !ended) rl.prompt(true);
  });

  function line(question: string): Promise<string | null> {
    const queued = queue.shift();
    if (queued !== undefined) return Promise.resolve(queued);
    if (ended || paper.broken()) return Promise.resolve(null);
    return new Promise((resolve) => {
      waiting = resolve;
      rl.setPrompt(question);
      if (terminal) rl.prompt();
    });
  }

  return {
    async next(question, cancellable = false) {
      leaves = !cancellable;
      const typed = await line(question);
      // A pipe shows no typing: what was asked and answered is written down, so that a transcript reads well.
      if (typed !== null && !terminal) paper.write(`${question}${typed}`);
      paper.turn();
      return typed;
    },
    close: () => rl.close(),
  };
}
