import { createHash } from 'node:crypto';
import type { Severity } from './check.ts';

/** ISO 8601, UTC. */
export type Instant = string;
export type Fingerprint = string;

/** What people decided. It never changes what the scan saw. */
export type Triage =
  | { readonly kind: 'untriaged' }
  | {
      readonly kind: 'acknowledged';
      readonly by: string;
      readonly reason: string;
      readonly at: Instant;
      readonly until: Instant;
    }
  | {
      readonly kind: 'accepted';
      readonly by: string;
      readonly reason: string;
      readonly compensatingControl: string;
      readonly at: Instant;
      readonly until: Instant;
    };

/** Why a finding is resolved. Only `fixed` was seen to pass; `gone` and `notApplicable` are not fixes. */
export type Resolution = 'fixed' | 'gone' | 'notApplicable';

export interface Finding {
  readonly fingerprint: Fingerprint;
  /** The short form people type: `F-7K3QX`. */
  readonly handle: string;
  readonly provider: string;
  readonly account: string;
  readonly region: string;
  readonly kind: string;
  readonly checkId: string;
  readonly resource: string;
  /** What people call the resource, where its ARN ends in an id that nobody remembers. */
  readonly name?: string;
  readonly severity: Severity;
  /** What the last look saw. */
  readonly because: string;
  readonly status: 'open' | 'resolved';
  readonly resolution: Resolution | null;
  readonly regressions: number;
  readonly triage: Triage;
  readonly owner: string | null;
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
  /** When the current (or last) open spell began. */
  readonly openedAt: Instant;
  readonly resolvedAt: Instant | null;
}

export interface Sighting {
  readonly provider: string;
  readonly account: string;
  readonly region: string;
  readonly kind: string;
  readonly checkId: string;
  readonly resource: string;
}

/** Scans speak the first four; people the rest, and time itself says `lapsed`. */
export type FindingEvent =
  | {
      readonly kind: 'failed';
      readonly at: Instant;
      readonly severity: Severity;
      readonly because: string;
      readonly name?: string;
    }
  | { readonly kind: 'passed'; readonly at: Instant }
  | { readonly kind: 'notApplicable'; readonly at: Instant; readonly because: string }
  | { readonly kind: 'gone'; readonly at: Instant }
  | {
      readonly kind: 'acknowledged';
      readonly at: Instant;
      readonly by: string;
      readonly reason: string;
      readonly until: Instant;
    }
  | {
      readonly kind: 'accepted';
      readonly at: Instant;
      readonly by: string;
      readonly reason: string;
      readonly compensatingControl: string;
      readonly until: Instant;
    }
  | { readonly kind: 'assigned'; readonly at: Instant; readonly by: string; readonly owner: string | null }
  | { readonly kind: 'lapsed'; readonly at: Instant };

/** What changed, in the word that history and digests use. `null`: nothing a person would want to read. */
export type Change =
  | 'new'
  | 'resolved'
  | 'gone'
  | 'notApplicable'
  | 'regressed'
  | 'severityRaised'
  | 'severityLowered'
  | 'acknowledged'
  | 'accepted'
  | 'assigned'
  | 'lapsed'
  | null;

/** Hashes what a finding is about; never wording, severity or observed values. */
export function fingerprintOf(
  s: Pick<Sighting, 'provider' | 'account' | 'region' | 'checkId' | 'resource'>,
): Fingerprint {
  const parts = [s.provider, s.account, s.region, s.checkId, s.resource];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford: no I, L, O, U to misread

/** Short handle of a fingerprint: `F-` and `length` characters. The store lengthens it if two would collide. */
export function handleOf(fingerprint: Fingerprint, length = 5): string {
  let bits = BigInt(`0x${fingerprint.slice(0, 16)}`);
  let out = '';
  for (let i = 0; i < length; i++) {
    out += alphabet[Number(bits & 31n)];
    bits >>= 5n;
  }
  return `F-${out}`;
}

/** `i-0abc…`, `sg-0abc…`, a UUID: an id by which nobody knows what it is. */
const opaque = /^([a-z]+-)?[0-9a-f-]{8,}$/i;

/** The name that is worth keeping beside an ARN: where that ends in a name itself, there is none. */
export function nameBeside(resource: string, name: string | undefined): string | undefined {
  const last = resource.split(/[/:]/).at(-1) ?? '';
  // Some kinds tell the id along with the name.
  const called = name?.replace(` (${last})`, '');
  return called !== undefined && called !== last && opaque.test(last) ? called : undefined;
}

const untriaged: Triage = { kind: 'untriaged' };

/** A finding seen for the first time. */
export function opened(s: Sighting, handle: string, e: Extract<FindingEvent, { kind: 'failed' }>): Finding {
  return {
    fingerprint: fingerprintOf(s),
    handle,
    ...s,
    ...(e.name === undefined ? {} : { name: e.name }),
    severity: e.severity,
    because: e.because,
    status: 'open',
    resolution: null,
    regressions: 0,
    triage: untriaged,
    owner: null,
    firstSeen: e.at,
    lastSeen: e.at,
    openedAt: e.at,
    resolvedAt: null,
  };
}

const resolved = (f: Finding, at: Instant, resolution: Resolution): Finding => ({
  ...f,
  status: 'resolved',
  resolution,
  resolvedAt: at,
  ...(resolution === 'gone' ? {} : { lastSeen: at }),
});

/**
 * The life of a finding. Scans move `status`, people move `triage`; neither touches the other's axis, except that
 * a finding that comes back is untriaged again: what people decided was about the earlier spell.
 */
export function transition(f: Finding, e: FindingEvent): { readonly next: Finding; readonly change: Change } {
  switch (e.kind) {
    case 'failed': {
      if (f.status === 'resolved') {
        const next: Finding = {
          ...f,
          status: 'open',
          resolution: null,
          resolvedAt: null,
          regressions: f.regressions + 1,
          triage: untriaged,
          ...(e.name === undefined ? {} : { name: e.name }),
          severity: e.severity,
          because: e.because,
          lastSeen: e.at,
          openedAt: e.at,
        };
        return { next, change: 'regressed' };
      }
      const order: Severity[] = ['critical', 'high', 'medium', 'low'];
      const step = order.indexOf(e.severity) - order.indexOf(f.severity);
      const named = e.name === undefined ? {} : { name: e.name };
      const next = { ...f, ...named, severity: e.severity, because: e.because, lastSeen: e.at };
      return { next, change: step < 0 ? 'severityRaised' : step > 0 ? 'severityLowered' : null };
    }
    case 'passed':
      return f.status === 'resolved'
        ? { next: { ...f, lastSeen: e.at }, change: null }
        : { next: resolved(f, e.at, 'fixed'), change: 'resolved' };
    case 'notApplicable':
      return f.status === 'resolved'
        ? { next: { ...f, lastSeen: e.at }, change: null }
        : { next: { ...resolved(f, e.at, 'notApplicable'), because: e.because }, change: 'notApplicable' };
    case 'gone':
      return f.status === 'resolved'
        ? { next: f, change: null }
        : { next: resolved(f, e.at, 'gone'), change: 'gone' };
    case 'acknowledged': {
      const { by, reason, at, until } = e;
      return {
        next: { ...f, triage: { kind: 'acknowledged', by, reason, at, until } },
        change: 'acknowledged',
      };
    }
    case 'accepted': {
      const { by, reason, compensatingControl, at, until } = e;
      const triage: Triage = { kind: 'accepted', by, reason, compensatingControl, at, until };
      return { next: { ...f, triage }, change: 'accepted' };
    }
    case 'assigned':
      return { next: { ...f, owner: e.owner }, change: 'assigned' };
    case 'lapsed':
      return f.triage.kind === 'untriaged' || f.triage.until > e.at
        ? { next: f, change: null }
        : { next: { ...f, triage: untriaged }, change: 'lapsed' };
  }
}
