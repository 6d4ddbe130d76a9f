import type { GuardDuty } from '@aws-sdk/client-guardduty';
import { everyOf, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

export type Detector = {
  readonly id: string;
  readonly on: boolean;
  /** Whether it looks at what is done with objects in S3. */
  readonly s3: boolean;
};

/** A region has one detector at most; `null`: none. */
export const detectorIdOf = async (guardDuty: GuardDuty): Promise<string | null> => {
  const pages = guardDuty.paginateListDetectors({});
  return (await everyOf(itemsOf(pages, (page) => page.DetectorIds, 'ListDetectors')))[0] ?? null;
};

export async function detectorIn(reader: AwsReader, region: string): Promise<Detector | null> {
  const guardDuty = await reader.service('guardDuty', region);
  const id = await detectorIdOf(guardDuty);
  if (id === null) return null;
  const { Status, Features, DataSources } = await guardDuty.getDetector({ DetectorId: id });
  const feature = Features?.find(({ Name }) => Name === 'S3_DATA_EVENTS')?.Status;
  return {
    id,
    on: present(Status, 'Status') === 'ENABLED',
    s3: present(feature ?? DataSources?.S3Logs?.Status, 'the state of S3 protection') === 'ENABLED',
  };
}
