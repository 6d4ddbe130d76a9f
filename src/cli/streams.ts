/** `head` has seen enough: the pipe is closed, and everything written after that is for nobody. */
const isClosed = (error: NodeJS.ErrnoException): boolean =>
  error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';

// The stream tells it to the callback of the write, and once more as an event that must not go unheard.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!isClosed(error)) throw error;
  });
}

/** A sentence for the person at the terminal, on standard error. */
export const say = (sentence: string): void => {
  process.stderr.write(`hipaa: ${sentence}\n`);
};

/** Writes to standard output and waits until it is out: a pipe may be slow, or closed. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && !isClosed(error)) reject(error);
      else resolve();
    });
  });
