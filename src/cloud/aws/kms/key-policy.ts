import { GetKeyPolicyCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { parsePolicy, publicAccess } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue, present, settable } from '../collect.ts';
import { samePolicy } from '../same-policy.ts';
import type { KeyDescription } from './description.ts';
import { settledPolicy } from './settled-policy.ts';

/** The key policy as its author wrote it, but for the order of principals; `null` for AWS's own keys, whose policy AWS minds. */
export const policy = settable(
  fromFacts(
    ['description'],
    async ({ description }, key: Subject, reader): Promise<string | null> => {
      if (knownValue<KeyDescription>(description).managedBy === 'AWS') return null;
      const ask = new GetKeyPolicyCommand({ KeyId: key.id, PolicyName: 'default' });
      return settledPolicy(present((await reader.kms(key.region).send(ask)).Policy, 'the key policy'));
    },
    ['kms:GetKeyPolicy'],
  ),
  {
    permissions: ['kms:PutKeyPolicy'],
    calls: () => ['PutKeyPolicy'],
    same: samePolicy,
    async put(client, { id: KeyId, region }, Policy) {
      if (Policy === null) throw new CloudError('unsupported', 'a key is never without a policy');
      // KMS refuses a policy under which the caller could not change it again; that guard is never switched off.
      await client.kms(region).send(new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy }));
    },
  },
);

/** What the key policy allows to strangers; `null`: nothing. */
export const openTo = fromFacts(['policy'], (needs, key: Subject, reader): string | null => {
  const text = knownValue<string | null>(needs['policy']);
  if (text === null) return null;
  const context = { service: 'kms', resource: key.id, accountId: reader.identity.id, now: new Date() };
  const { any } = publicAccess(parsePolicy(text), context);
  if (any.public === 'unknown') throw new CloudError('unsupported', any.because);
  return any.public ? any.because : null;
});
