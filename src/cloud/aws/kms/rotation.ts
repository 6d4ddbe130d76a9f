import {
  DisableKeyRotationCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
} from '@aws-sdk/client-kms';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue, present, settable } from '../collect.ts';
import type { KeyDescription } from './description.ts';

interface Rotation {
  readonly enabled: boolean;
  /** Absent where KMS does not say, as while rotation is off. */
  readonly everyDays?: number;
}

/** `null`: KMS does not rotate this key, and `description` says why; then nothing is asked. */
export const rotation = fromFacts(
  ['description'],
  async ({ description }, key: Subject, reader): Promise<Rotation | null> => {
    const { managedBy, rotatesNot } = knownValue<KeyDescription>(description);
    if (managedBy === 'AWS' || rotatesNot !== null) return null;
    const ask = new GetKeyRotationStatusCommand({ KeyId: key.id });
    const { KeyRotationEnabled, RotationPeriodInDays: everyDays } = await reader.kms(key.region).send(ask);
    return {
      enabled: present(KeyRotationEnabled, 'KeyRotationEnabled'),
      ...(everyDays !== undefined && { everyDays }),
    };
  },
  ['kms:GetKeyRotationStatus'],
);

/** A key that was told to rotate and not how often does so once a year. */
const unsaidDays = 365;

/** Days between two rotations; `null`: it does not rotate. KMS keeps no period while rotation is off. */
export const rotationDays = settable(
  fromFacts(['rotation', 'description'], (needs, _key: Subject): number | null => {
    const { replicaOf } = knownValue<KeyDescription>(needs['description']);
    if (replicaOf !== undefined)
      throw new CloudError('unsupported', `it repeats a key of ${replicaOf}, where rotation is set for both`);
    const now = knownValue<Rotation | null>(needs['rotation']);
    if (now === null) throw new CloudError('unsupported', 'KMS does not rotate this key');
    return now.enabled ? (now.everyDays ?? unsaidDays) : null;
  }),
  {
    permissions: ['kms:EnableKeyRotation', 'kms:DisableKeyRotation'],
    calls: ({ after }) => [after === null ? 'DisableKeyRotation' : 'EnableKeyRotation'],
    implies: (everyDays) => ({
      rotation: everyDays === null ? { enabled: false } : { enabled: true, everyDays },
    }),
    async put(client, { id: KeyId, region }, everyDays) {
      const kms = client.kms(region);
      if (everyDays === null) await kms.send(new DisableKeyRotationCommand({ KeyId }));
      else await kms.send(new EnableKeyRotationCommand({ KeyId, RotationPeriodInDays: everyDays }));
    },
  },
);
