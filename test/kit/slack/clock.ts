/** Slack's waiting times on a clock that a test can hurry or skip; message times stay real. */
export interface Clock {
  now(): number;
  skip(ms: number): void;
  /** How long a Slack period lasts in real time. */
  real(ms: number): number;
}

export function startClock(scale = 1): Clock {
  const start = Date.now();
  let skipped = 0;
  return {
    now: () => start + (Date.now() - start) * scale + skipped,
    skip: (ms) => {
      skipped += ms;
    },
    real: (ms) => ms / scale,
  };
}
