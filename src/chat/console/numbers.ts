import type { Button, MessageRef } from '../../domain/message.ts';

export interface Numbered {
  readonly button: Button;
  readonly source: MessageRef;
}

export interface Numbers {
  /** The number of a button of this message; the same one when the message is drawn again. */
  of(source: MessageRef, button: Button): number;
  get(n: number): Numbered | undefined;
  /** A message that is drawn anew loses the buttons it no longer has. */
  keep(source: MessageRef, labels: ReadonlySet<string>): void;
  restart(): void;
}

/**
 * The numbers that press buttons. A reply begins anew at 1; news that arrives by itself counts on, so that a number
 * never changes its meaning under somebody's fingers.
 */
export function createNumbers(): Numbers {
  const all = new Map<number, Numbered>();
  let next = 1;
  return {
    of(source, button) {
      const known = [...all].find(([, k]) => k.source.id === source.id && k.button.label === button.label);
      const n = known?.[0] ?? next++;
      all.set(n, { button, source });
      return n;
    },
    get: (n) => all.get(n),
    keep(source, labels) {
      for (const [n, k] of all) if (k.source.id === source.id && !labels.has(k.button.label)) all.delete(n);
    },
    restart() {
      all.clear();
      next = 1;
    },
  };
}
