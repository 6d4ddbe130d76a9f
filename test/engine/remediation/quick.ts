/** Stands in for `node:timers/promises` in tests: every wait is over at the next turn of the loop, and is noted. */
export const waited: number[] = [];

export async function quick<T extends object>(original: () => Promise<T>): Promise<T> {
  const setTimeout = (ms: number) => {
    waited.push(ms);
    return new Promise<void>((done) => setImmediate(done));
  };
  return { ...(await original()), setTimeout };
}
