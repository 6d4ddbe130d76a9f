import { paginateListAccessPoints } from '@aws-sdk/client-s3-control';
import { fromCall, listOf, present } from '../../collect.ts';
import type { Bucket } from '../bucket-subject.ts';

/** A second door to the bucket, with a policy of its own; `inNetwork`: it answers only inside a VPC. */
export interface DoorName {
  readonly name: string;
  readonly inNetwork: boolean;
}

/** Asked only where a change would bear on them. */
export const accessPoints = fromCall(
  ['s3:ListAccessPoints'],
  async (reader, { name, region }: Bucket): Promise<readonly DoorName[]> => {
    const ask = { AccountId: reader.identity.id, Bucket: name };
    const found: DoorName[] = [];
    for await (const page of paginateListAccessPoints({ client: reader.s3Control(region) }, ask)) {
      for (const point of listOf(page.AccessPointList, 'ListAccessPoints')) {
        const inNetwork = point.NetworkOrigin === 'VPC';
        found.push({ name: present(point.Name, 'the name of an access point'), inNetwork });
      }
    }
    return found;
  },
);
