/** A sentence for the person at the terminal, on standard error. */
export const say = (sentence: string): void => {
  process.stderr.write(`hipaa: ${sentence}\n`);
};

/** Writes to standard output and waits until it is out: a pipe may be slow, or closed by `head`. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
