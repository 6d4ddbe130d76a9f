/** Payloads are whatever arrived on the wire; the validators, not the types, decide what they are. */
export type Json = Record<string, any>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function copy<T>(value: T): T {
  return value === undefined ? value : structuredClone(value);
}
