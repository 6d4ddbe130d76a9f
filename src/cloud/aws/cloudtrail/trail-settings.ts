import { UpdateTrailCommand } from '@aws-sdk/client-cloudtrail';
import { fromListing, settable } from '../collect.ts';
import type { Trail } from './trail-subject.ts';

/** An update leaves alone what it does not name. */
export const trailSettings = {
  kmsKey: settable(
    fromListing(({ kmsKey }: Trail): string | null => kmsKey),
    {
      permissions: ['cloudtrail:UpdateTrail'],
      calls: () => ['UpdateTrail'],
      async put(client, { id: Name, homeRegion }, key) {
        // An empty name takes the key away.
        await client.cloudTrail(homeRegion).send(new UpdateTrailCommand({ Name, KmsKeyId: key ?? '' }));
      },
    },
  ),
  validation: settable(
    fromListing(({ validation }: Trail): boolean => validation),
    {
      permissions: ['cloudtrail:UpdateTrail'],
      calls: () => ['UpdateTrail'],
      async put(client, { id: Name, homeRegion }, EnableLogFileValidation) {
        await client.cloudTrail(homeRegion).send(new UpdateTrailCommand({ Name, EnableLogFileValidation }));
      },
    },
  ),
} as const;
