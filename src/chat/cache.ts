export interface Cache<V> {
  /**
   * The remembered value, or what `learn` answers now. Two askers at once share one question. `youngerMs` asks again for what
   * was learned longer ago than that; 0 asks in any case.
   */
  get(key: string, learn: () => Promise<V>, youngerMs?: number): Promise<V>;
  /** What is remembered, however old. */
  peek(key: string): V | undefined;
  /** The next asker learns anew, even if a question is under way. */
  forget(key: string): void;
  /** All that is remembered, however old. */
  values(): Iterable<V>;
}

/** Remembers answers for a while, and only so many. A failed question is not remembered. */
export function createCache<V>(ttlMs: number, max: number, now: () => number = Date.now): Cache<V> {
  const known = new Map<string, { readonly value: V; readonly at: number }>();
  const asked = new Map<string, Promise<V>>();
  return {
    async get(key, learn, youngerMs = ttlMs) {
      const found = known.get(key);
      if (found && now() - found.at < Math.min(youngerMs, ttlMs)) return found.value;
      const running = asked.get(key);
      if (running) return running;
      const isLatest = () => asked.get(key) === question;
      const question: Promise<V> = learn()
        .then((value) => {
          if (!isLatest()) return value;
          known.delete(key);
          known.set(key, { value, at: now() });
          const oldest = known.keys().next().value;
          if (known.size > max && oldest !== undefined) known.delete(oldest);
          return value;
        })
        .finally(() => {
          if (isLatest()) asked.delete(key);
        });
      asked.set(key, question);
      return question;
    },
    peek: (key) => known.get(key)?.value,
    forget(key) {
      known.delete(key);
      asked.delete(key);
    },
    values: () => [...known.values()].map(({ value }) => value),
  };
}

/** True the first time a key is seen, among the last `max`: a platform delivers again what it believes was not heard. */
export function createOnce(max = 5000): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return false;
    seen.add(key);
    const oldest = seen.values().next().value;
    if (seen.size > max && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
