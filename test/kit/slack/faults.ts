import type { Json } from './json.ts';

/** What goes wrong, how often. Without `method` it befalls every Web API call. */
export interface Fault {
  method?: string;
  /** How many matching calls it strikes; once unless told. */
  times?: number;
  /** Only calls whose arguments satisfy this. */
  when?: (args: Json) => boolean;
  status?: number;
  retryAfter?: number;
  error?: string;
  /** `before`: the connection is cut and nothing happened; `after`: it happened, the answer is lost. */
  drop?: 'before' | 'after';
  delayMs?: number;
}

export interface Faults {
  add(fault: Fault): void;
  take(method: string, args: Json): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  let planned: { fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      planned.push({ fault, left: fault.times ?? 1 });
    },
    take: (method, args) => {
      const hit = planned.find(
        ({ fault }) => (fault.method ?? method) === method && (fault.when?.(args) ?? true),
      );
      if (!hit) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) planned = planned.filter((each) => each !== hit);
      return hit.fault;
    },
    clear: () => {
      planned = [];
    },
  };
}
