import { afterEach, beforeEach } from 'vitest';
import type { Severity } from '../../src/domain/check.ts';
import type { FindingEvent, Instant, Sighting } from '../../src/domain/finding.ts';
import type { Channel, Message, MessageRef } from '../../src/domain/message.ts';
import type { AccountResult } from '../../src/domain/scan.ts';
import type { Store } from '../../src/domain/store.ts';

export interface Opened {
  readonly store: Store;
  /** Closes and opens again what is kept. */
  reopen(): Promise<Store>;
  close(): Promise<void>;
}
export type Open = () => Promise<Opened>;

/** A new and empty store for each test. */
export function freshly(open: Open): { readonly store: Store; reopen(): Promise<Store> } {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());
  return {
    get store() {
      return opened.store;
    },
    reopen: () => opened.reopen(),
  };
}

/** Hours after midnight of 1 March 2026, UTC. */
export const hour = (n: number): Instant => new Date(Date.UTC(2026, 2, 1, n)).toISOString();
export const day = (n: number): Instant => hour(24 * n);

export const sighting = (resource = 'arn:aws:s3:::records', over: Partial<Sighting> = {}): Sighting => ({
  provider: 'aws',
  account: '111122223333',
  region: 'eu-west-1',
  kind: 'aws.s3.bucket',
  checkId: 'aws/s3/bucket-logging',
  resource,
  ...over,
});

export const failed = (at: Instant, severity: Severity = 'high', because = 'logging is off') =>
  ({ kind: 'failed', at, severity, because }) as const satisfies FindingEvent;
export const passed = (at: Instant) => ({ kind: 'passed', at }) as const satisfies FindingEvent;
export const gone = (at: Instant) => ({ kind: 'gone', at }) as const satisfies FindingEvent;
export const acknowledged = (at: Instant, until: Instant) =>
  ({ kind: 'acknowledged', at, by: 'slack:T1:U1', reason: 'known, moving on Friday', until }) as const;
export const accepted = (at: Instant, until: Instant) =>
  ({
    kind: 'accepted',
    at,
    by: 'slack:T1:U2',
    reason: 'public website',
    compensatingControl: 'holds no records',
    until,
  }) as const satisfies FindingEvent;

export const scanner = 'system:scan';

export const channel = (id = 'C1', over: Partial<Channel> = {}): Channel => ({
  platform: 'slack',
  team: 'T1',
  id,
  ...over,
});
export const message = (text: string): Message => ({
  text,
  blocks: [{ kind: 'text', text: [text, { bold: 'é"\'' }] }],
});
export const ref = (id: string, inChannel = 'C1'): MessageRef => ({
  platform: 'slack',
  team: 'T1',
  channel: inChannel,
  id,
});

export const processMark = { host: 'here', pid: 7, instance: 'first' };
export const resultOf = (id: string, pass = 1): AccountResult => ({
  id,
  name: `account ${id}`,
  resources: 3,
  tally: { pass, fail: 0, unknown: 0, notApplicable: 0 },
  notAssessed: [{ account: id, reason: 'denied', permission: 's3:GetBucketLogging', count: 2 }],
});
export const noChanges = { opened: 0, regressed: 0, resolved: 0, gone: 0, notApplicable: 0 };
