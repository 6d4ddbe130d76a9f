import { createHash } from 'node:crypto';
import type { Instant } from './finding.ts';

/** One deed, to be recorded in the same transaction as the change it tells of. */
export interface AuditEntry {
  readonly at: Instant;
  /** `slack:T1:U1`, `terminal:local:ann`, `system:scan`. */
  readonly actor: string;
  /** `finding.acknowledged`, `scan.started`, … */
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditRecord extends AuditEntry {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly previous: string;
  readonly hash: string;
}

export const genesis = '0'.repeat(64);

/** Stable JSON: keys sorted at every depth, so that the same record always hashes alike. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** SHA-256 over the record and the hash before it. */
export function hashOf(record: Omit<AuditRecord, 'hash'>): string {
  const { seq, previous, at, actor, action, subject, detail } = record;
  return createHash('sha256')
    .update(canonical({ seq, previous, at, actor, action, subject, detail }))
    .digest('hex');
}

export type ChainVerdict =
  | { readonly ok: true; readonly records: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly because: string };
