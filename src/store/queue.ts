export interface Queue {
  /** Runs `work` when everyone before it has finished. */
  run<T>(work: () => Promise<T>, waitMs?: number): Promise<T>;
}

/** First come, first served. Who has waited too long leaves the line with an error instead of hanging for ever. */
export function queue(waitMs: number, tooLong: () => Error): Queue {
  const line: (() => void)[] = [];
  let taken = false;

  const enter = (patienceMs: number): Promise<void> =>
    new Promise((resolve, reject) => {
      if (!taken) {
        taken = true;
        resolve();
        return;
      }
      const turn = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        line.splice(line.indexOf(turn), 1);
        reject(tooLong());
      }, patienceMs);
      line.push(turn);
    });

  const leave = () => {
    const next = line.shift();
    if (next) next();
    else taken = false;
  };

  return {
    async run(work, patienceMs = waitMs) {
      await enter(patienceMs);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
