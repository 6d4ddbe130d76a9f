import {
  GetAccessKeyLastUsedCommand,
  type IAMClient,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
} from '@aws-sdk/client-iam';
import { CloudError } from '../../../domain/errors.ts';
import type { Instant } from '../../../domain/finding.ts';
import { listOf, present } from '../collect.ts';
import { instant, type ReportRow } from './report-csv.ts';

export type Slot = 1 | 2;
export type KeyStatus = 'Active' | 'Inactive';

/** Known to this file's callers alone: the id of a key never enters a fact, a finding, a plan or a message. */
interface Key {
  readonly id: string;
  readonly status: KeyStatus;
}

const toSeconds = (at: Date | Instant): number => Math.floor(new Date(at).getTime() / 1000);

/**
 * The key that the report calls the user's first or second. The report carries no ids, so it is the one key that was made
 * at that second. A key that was replaced since is another key, which nobody has looked at: it is never taken for it.
 */
export async function keyInSlot(iam: IAMClient, row: ReportRow, slot: Slot): Promise<Key> {
  const madeAt = present(instant(row, `access_key_${slot}_last_rotated`), "the key's creation date");
  const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName: row.user }));
  const found = listOf(AccessKeyMetadata, 'ListAccessKeys').filter(
    ({ CreateDate }) => toSeconds(present(CreateDate, "the key's creation date")) === toSeconds(madeAt),
  );
  const [key] = found;
  if (key === undefined)
    throw new CloudError(
      'unsupported',
      'the key was replaced or deleted since AWS made its credential report; the report is renewed within four hours',
    );
  if (found.length > 1)
    throw new CloudError('unsupported', 'both keys were made in the same second and cannot be told apart');
  return { id: present(key.AccessKeyId, 'the key'), status: statusFrom(key.Status) };
}

function statusFrom(told: string | undefined): KeyStatus {
  if (told === 'Active' || told === 'Inactive') return told;
  throw new CloudError('unsupported', 'the key is neither active nor inactive');
}

export async function setKeyStatus(
  iam: IAMClient,
  row: ReportRow,
  slot: Slot,
  status: KeyStatus,
): Promise<void> {
  const key = await keyInSlot(iam, row, slot);
  if (key.status === status) return;
  await iam.send(new UpdateAccessKeyCommand({ UserName: row.user, AccessKeyId: key.id, Status: status }));
}

export interface KeyUse {
  readonly at: Instant;
  readonly service: string;
  readonly region: string;
}

/** Fresher than the report, and says where. `null`: never used. */
export async function keyUseOf(iam: IAMClient, row: ReportRow, slot: Slot): Promise<KeyUse | null> {
  const { id } = await keyInSlot(iam, row, slot);
  const { AccessKeyLastUsed } = await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId: id }));
  const { LastUsedDate, ServiceName, Region } = present(AccessKeyLastUsed, 'AccessKeyLastUsed');
  if (!LastUsedDate) return null;
  return {
    at: LastUsedDate.toISOString(),
    service: ServiceName ?? 'N/A',
    region: Region ?? 'N/A',
  };
}

/** In both kinds, a key is written through its user, which is what is held. */
export const keyPermissions = ['iam:ListAccessKeys', 'iam:UpdateAccessKey'] as const;
