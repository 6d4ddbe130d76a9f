/**
 * Bounded, adaptive concurrency for one service in one region. Starts at its ceiling, halves when AWS throttles, and
 * grows back by one for each full round of answers: additive increase, multiplicative decrease.
 */
export class Gate {
  readonly #ceiling: number;
  #limit: number;
  #inFlight = 0;
  #calm = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(ceiling: number) {
    this.#ceiling = ceiling;
    this.#limit = ceiling;
  }

  get limit(): number {
    return this.#limit;
  }

  async run<T>(call: () => Promise<T>): Promise<T> {
    while (this.#inFlight >= this.#limit) await new Promise<void>((go) => this.#waiting.push(go));
    this.#inFlight++;
    try {
      return await call();
    } finally {
      this.#inFlight--;
      this.#waiting.shift()?.();
    }
  }

  throttled(): void {
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    this.#calm = 0;
  }

  answered(): void {
    if (this.#limit >= this.#ceiling || ++this.#calm < this.#limit) return;
    this.#calm = 0;
    this.#limit++;
    this.#waiting.shift()?.();
  }
}
