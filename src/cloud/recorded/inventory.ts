import { z } from 'zod';

const collected = z.union([
  z.object({ known: z.literal(true), value: z.unknown() }),
  z.object({
    known: z.literal(false),
    reason: z.enum(['denied', 'throttled', 'failed', 'unsupported', 'notRecorded']),
    message: z.string(),
    permission: z.string().optional(),
  }),
]);

const resource = z.object({
  kind: z.string(),
  subject: z.looseObject({ id: z.string(), region: z.string() }),
  facts: z.record(z.string(), collected),
});

/** A listing that was read to its end has no `why`. */
const listing = z.object({ kind: z.string(), region: z.string(), why: collected.optional() });

const account = z.object({
  id: z.string(),
  name: z.string(),
  partition: z.string(),
  regions: z.array(z.string()),
  refused: collected.optional(),
  listings: z.array(listing),
  resources: z.array(resource),
});

/** What a scan saw, without any secret: enough to ask the same checks again, offline. Dates are written as `{"$date"}`. */
export const inventorySchema = z.object({
  format: z.literal('hipaa-inventory/1'),
  provider: z.string(),
  recordedAt: z.string(),
  /** Set on a made-up account: every card says so. */
  demo: z.string().optional(),
  accounts: z.array(account),
});

export type Inventory = z.infer<typeof inventorySchema>;
export type RecordedAccount = Inventory['accounts'][number];

/** JSON knows no dates; facts do. */
export const withDates = (_key: string, value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  const { $date } = value as { $date?: unknown };
  return typeof $date === 'string' ? new Date($date) : value;
};

export const writeDates = function (this: any, key: string, value: unknown): unknown {
  const raw = this[key];
  return raw instanceof Date ? { $date: raw.toISOString() } : value;
};
