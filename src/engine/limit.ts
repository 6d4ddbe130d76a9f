/**
 * Runs `work` over a stream with at most `width` in flight; the stream is read no faster than that. Ends when all that
 * was begun has ended, also when it fails.
 */
export async function eachOf<T>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let failure: { error: unknown } | undefined;
  try {
    for await (const item of items) {
      const task: Promise<void> = work(item)
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => running.delete(task));
      running.add(task);
      if (running.size >= width) await Promise.race(running);
      if (failure) break;
    }
  } catch (error) {
    failure ??= { error };
  }
  await Promise.all(running);
  if (failure) throw failure.error;
}

/** An array as a stream. */
export async function* streamed<T>(items: Iterable<T>): AsyncIterable<T> {
  yield* items;
}
