import type { SecretListEntry } from '@aws-sdk/client-secrets-manager';
import type { Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { present } from '../collect.ts';
import { tagsFrom } from '../tagging/region-tags.ts';

/** What the listing tells of a secret; never its value. */
export interface Secret extends Subject {
  readonly name: string;
  readonly tags: Tags;
  readonly rotation: Rotation;
  readonly use: Use;
  /** `null`: the key that AWS keeps for Secrets Manager in each account. */
  readonly kmsKeyId: string | null;
}

export interface Rotation {
  readonly enabled: boolean;
  readonly everyDays: number | null;
  readonly last: string | null;
  /** It is to rotate on or before this day; one in the past means that it did not. */
  readonly next: string | null;
  readonly created: string;
  /** The region of the secret that this one repeats, and that rotates for it; `null`: it is no replica. */
  readonly replicaOf: string | null;
  /** The service of AWS that made it and minds it; `null`: the customer did. */
  readonly owner: string | null;
}

export interface Use {
  readonly created: string;
  /** A day, without the hour; `null`: it was never read in this region. */
  readonly lastRead: string | null;
  readonly replicaOf: string | null;
}

const awsKey = 'alias/aws/secretsmanager';

export function secretSubject(told: SecretListEntry, region: string): Secret {
  const { PrimaryRegion, KmsKeyId } = told;
  const replicaOf = PrimaryRegion && PrimaryRegion !== region ? PrimaryRegion : null;
  const created = present(told.CreatedDate, 'CreatedDate').toISOString();
  return {
    id: present(told.ARN, 'the secret ARN'),
    region,
    name: present(told.Name, 'the secret name'),
    tags: tagsFrom(told.Tags),
    kmsKeyId: !KmsKeyId || KmsKeyId.endsWith(awsKey) ? null : KmsKeyId,
    rotation: {
      enabled: told.RotationEnabled ?? false,
      everyDays: told.RotationRules?.AutomaticallyAfterDays ?? null,
      last: told.LastRotatedDate?.toISOString() ?? null,
      next: told.NextRotationDate?.toISOString() ?? null,
      created,
      replicaOf,
      owner: told.OwningService || null,
    },
    use: { created, lastRead: told.LastAccessedDate?.toISOString() ?? null, replicaOf },
  };
}
