import { fromCall, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import {
  type KeyStatus,
  type KeyUse,
  keyInSlot,
  keyPermissions,
  keyUseOf,
  type Slot,
  setKeyStatus,
} from './key-slots.ts';
import { instant, type ReportRow } from './report-csv.ts';
import type { User } from './user.ts';

/** By the report's slot; a slot that is empty is absent. */
export type KeyStatuses = { readonly [slot: string]: KeyStatus };

const slotsOf = (row: ReportRow): readonly Slot[] =>
  ([1, 2] as const).filter((slot) => instant(row, `access_key_${slot}_last_rotated`) !== null);

async function bySlot<V>(
  reader: AwsReader,
  { row }: User,
  ask: (iam: ReturnType<AwsReader['iam']>, row: ReportRow, slot: Slot) => Promise<V>,
): Promise<{ readonly [slot: string]: V }> {
  const asked = slotsOf(row).map(async (slot) => [slot, await ask(reader.iam(), row, slot)] as const);
  return Object.fromEntries(await Promise.all(asked));
}

/** A user's keys, asked of IAM itself, for a plan. */
export const userKeyFacts = {
  keyStatuses: settable(
    fromCall(
      ['iam:ListAccessKeys'],
      (reader, user: User): Promise<KeyStatuses> =>
        bySlot(reader, user, async (iam, row, slot) => (await keyInSlot(iam, row, slot)).status),
    ),
    {
      permissions: keyPermissions,
      resources: ({ row }) => [row.arn],
      touches: ({ row }) => [row.arn],
      calls: ({ before, after }) =>
        Object.keys(after).flatMap((slot) => (after[slot] === before[slot] ? [] : ['UpdateAccessKey'])),
      implies: (statuses) => ({
        activeKeys: Object.values(statuses).filter((status) => status === 'Active').length,
      }),
      async put(client, { row }, statuses) {
        for (const slot of slotsOf(row)) {
          const status = statuses[slot];
          if (status !== undefined) await setKeyStatus(client.iam(), row, slot, status);
        }
      },
    },
  ),
  keyUses: fromCall(
    ['iam:ListAccessKeys', 'iam:GetAccessKeyLastUsed'],
    (reader, user: User): Promise<{ readonly [slot: string]: KeyUse | null }> =>
      bySlot(reader, user, keyUseOf),
  ),
} as const;
