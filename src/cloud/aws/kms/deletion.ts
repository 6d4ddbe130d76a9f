import {
  CancelKeyDeletionCommand,
  DescribeKeyCommand,
  EnableKeyCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import type { Subject } from '../../../domain/catalog.ts';
import type { Collected } from '../../../domain/collected.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue, present, settable } from '../collect.ts';
import type { KeyDescription } from './description.ts';

const queued = (state: string): boolean => state === 'PendingDeletion' || state === 'PendingReplicaDeletion';

/**
 * The day on which the key is to be destroyed; `null`: on none. A key whose deletion was cancelled lies disabled, without a
 * day, until it is enabled: that is half the way. It can only be taken back: scheduling the destruction of a
 * key, and with it of all that it encrypts, is never done from here, so there is no undo either.
 */
export const deletion = settable(
  fromFacts(['description'], ({ description }, _key: Subject): { readonly on: string | null } | null => {
    const { state, deletedOn } = knownValue<KeyDescription>(description);
    return queued(state) || state === 'Disabled' ? { on: deletedOn } : null;
  }),
  {
    permissions: ['kms:DescribeKey', 'kms:CancelKeyDeletion', 'kms:EnableKey'],
    calls: () => ['CancelKeyDeletion', 'EnableKey'],
    implies: (value, { description }) => (value === null ? inUse(description) : {}),
    async put(client, { id, name: KeyId = id, region }, value) {
      if (value !== null)
        throw new CloudError('unsupported', 'a key is never queued for deletion from here: do it in KMS');
      const kms = client.kms(region);
      // A cancelled key lies disabled; a run that broke off between the two calls is finished here.
      if (queued(await stateOf(kms, KeyId))) await kms.send(new CancelKeyDeletionCommand({ KeyId }));
      if ((await stateOf(kms, KeyId)) === 'Disabled') await kms.send(new EnableKeyCommand({ KeyId }));
    },
  },
);

const inUse = (told: Collected<KeyDescription> | undefined) =>
  told?.known ? { description: { ...told.value, state: 'Enabled', deletedOn: null } } : {};

const stateOf = async (kms: KMSClient, KeyId: string): Promise<string> =>
  present((await kms.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata?.KeyState, 'KeyState');
