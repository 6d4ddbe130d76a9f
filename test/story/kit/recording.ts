import { writeFileSync } from 'node:fs';

/** An inventory made by hand: keys of one account, each pending deletion, not rotating or well. Nothing else was recorded. */
export function writeRecording(file: string, keys: readonly ('doomed' | 'still' | 'well')[]): string {
  const account = '111122223333';
  const arnOf = (n: number) =>
    `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const known = (value: unknown) => ({ known: true, value });
  const resources = keys.map((key, n) => {
    const isDoomed = key === 'doomed';
    const description = {
      managedBy: 'customer',
      state: isDoomed ? 'PendingDeletion' : 'Enabled',
      deletedOn: isDoomed ? '2026-12-01T00:00:00.000Z' : null,
      rotatesNot: isDoomed ? 'the key is not in use (PendingDeletion)' : null,
    };
    const rotation = isDoomed ? null : { enabled: key === 'well' };
    return {
      kind: 'aws.kms.key',
      subject: { id: arnOf(n), region: 'us-east-1' },
      facts: { description: known(description), rotation: known(rotation), openTo: known(null) },
    };
  });
  const inventory = {
    format: 'hipaa-inventory/1',
    provider: 'aws',
    recordedAt: '2026-11-20T10:00:00.000Z',
    accounts: [
      {
        id: account,
        name: 'clinic',
        partition: 'aws',
        regions: ['us-east-1'],
        listings: [{ kind: 'aws.kms.key', region: 'us-east-1' }],
        resources,
      },
    ],
  };
  writeFileSync(file, JSON.stringify(inventory));
  return file;
}
