import { parsePolicy } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, fromFacts, knownValue, orNone, present, settable } from '../collect.ts';
import { samePolicy } from '../same-policy.ts';

/** The vault's access policy as its author wrote it; `null`: none. */
export const accessPolicy = settable(
  fromCall(
    ['backup:GetBackupVaultAccessPolicy'],
    async (reader, { name: BackupVaultName, region }: Subject): Promise<string | null> => {
      const backup = await reader.service('backup', region);
      const told = await orNone(
        backup.getBackupVaultAccessPolicy({ BackupVaultName }),
        'ResourceNotFoundException',
      );
      return told === null ? null : present(told.Policy, 'the policy');
    },
  ),
  {
    permissions: ['backup:PutBackupVaultAccessPolicy', 'backup:DeleteBackupVaultAccessPolicy'],
    calls: ({ after }) => [after === null ? 'DeleteBackupVaultAccessPolicy' : 'PutBackupVaultAccessPolicy'],
    same: samePolicy,
    async put(client, { name: BackupVaultName, region }, Policy) {
      const backup = await client.service('backup', region);
      if (Policy === null) await backup.deleteBackupVaultAccessPolicy({ BackupVaultName });
      else await backup.putBackupVaultAccessPolicy({ BackupVaultName, Policy });
    },
  },
);

/** What takes a backup away before its time. */
const removals = ['backup:deleterecoverypoint', 'backup:updaterecoverypointlifecycle'];

/** Conditions that leave named people out of a Deny, such as those who may break the glass. */
const exemptions = /^(arn|string)not(like|equals)(ignorecase)?$/;
/** Whom they name: a role, a user, or a role's id; what leaves a whole account out leaves everyone in it. */
const named: Readonly<Record<string, RegExp>> = {
  'aws:principalarn': /^arn:[^:]+:(iam|sts)::[^:]*:(root$|[a-z-]+\/[^*?])/,
  'aws:userid': /^[A-Z0-9]{12,}/,
};

const covers = (patterns: readonly string[], action: string) =>
  patterns.some((pattern) =>
    new RegExp(
      `^${pattern
        .toLowerCase()
        .replace(/[.+^$()|[\]{}\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    ).test(action),
  );

/** Whether the policy denies everyone (but those whom it names) to delete recovery points or to let them expire sooner. */
export const deletionBlocked = fromFacts(['accessPolicy'], (needs, _vault: Subject): boolean => {
  const text = knownValue<string | null>(needs['accessPolicy']);
  if (text === null) return false;
  const document = parsePolicy(text);
  if ('malformed' in document)
    throw new CloudError('unsupported', `the policy was not understood: ${document.malformed}`);
  const denials = document.statements.filter(
    ({ effect, principal, resource, conditions }) =>
      effect === 'Deny' &&
      principal?.not === false &&
      principal.entries.some(({ kind, value }) => kind === 'AWS' && value === '*') &&
      resource?.not === false &&
      resource.patterns.includes('*') &&
      conditions.every(
        ({ operator, key, values }) =>
          exemptions.test(operator.toLowerCase()) &&
          values.every((value) => named[key.toLowerCase()]?.test(value)),
      ),
  );
  return removals.every((removal) =>
    denials.some(({ action }) => covers(action.patterns, removal) !== action.not),
  );
});
