import { writeFileSync } from 'node:fs';

const named = (folder: string, ...names: readonly string[]) => names.map((name) => `aws/${folder}/${name}`);

/**
 * What the stories about buckets, people, keys and trails scan, for `checks.only`. They expect every finding, call and
 * permission by name; checks of other services have stories of their own.
 */
export const firstRooms: readonly string[] = [
  'aws/audit/',
  'aws/exposure/',
  'aws/resource/',
  'aws/s3/',
  ...named(
    'cloudtrail',
    'bucket-access-logging',
    'bucket-mfa-delete',
    'bucket-not-public',
    'bucket-object-lock',
    'cloudwatch-delivery',
    'delivery-failing',
    'kms-encryption',
    'log-file-validation',
    'logging-on',
    'multi-region',
    's3-data-events-read',
    's3-data-events-write',
  ),
  ...named(
    'iam',
    'access-key-age',
    'access-key-expiry-notice',
    'access-key-unused',
    'aws-policy-admin-attached',
    'console-password-unused',
    'customer-policy-admin',
    'password-expiry-notice',
    'password-policy-character-classes',
    'password-policy-max-age',
    'password-policy-min-length',
    'password-policy-reuse',
    'policy-service-wildcard',
    'root-access-key',
    'root-hardware-mfa',
    'root-mfa',
    'root-recently-used',
    'two-active-keys',
    'user-console-mfa',
    'user-direct-policies',
    'user-in-group',
    'user-mfa',
  ),
  ...named('kms', 'key-pending-deletion', 'key-public', 'key-rotation'),
  ...named('phi', 'store-missing-classification', 'tag-dev-conflict'),
];

export const inFirstRooms = (id: string): boolean =>
  firstRooms.some((name) => (name.endsWith('/') ? id.startsWith(name) : id === name));

/** Writes a configuration that scans only these, and says `more` besides. */
export function firstRoomsOnly(file: string, more: { aws?: object; checks?: object } = {}): string {
  writeFileSync(file, JSON.stringify({ ...more, checks: { only: firstRooms, ...more.checks } }));
  return file;
}
