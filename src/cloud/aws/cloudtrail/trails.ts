import {
  DescribeTrailsCommand,
  type EventSelector,
  GetEventSelectorsCommand,
  type GetEventSelectorsCommandOutput,
  GetTrailStatusCommand,
  type GetTrailStatusCommandOutput,
  type Trail as Told,
} from '@aws-sdk/client-cloudtrail';
import { listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** A trail, once, whatever the number of regions that show it. */
export interface TrailRef {
  readonly arn: string;
  readonly name: string;
  readonly homeRegion: string;
  readonly multiRegion: boolean;
  /** Made in the organisation's management account: members see it, and may be refused the rest. */
  readonly foreign: boolean;
  readonly told: Told;
}

/** The trails that a region shows: its own, and the shadows of those that cover every region. */
export async function trailsIn(reader: AwsReader, region: string): Promise<readonly TrailRef[]> {
  const { trailList } = await reader.remember(`cloudtrail:DescribeTrails:${region}`, () =>
    reader.cloudTrail(region).send(new DescribeTrailsCommand({ includeShadowTrails: true })),
  );
  return listOf(trailList, 'DescribeTrails').map((told) => {
    const arn = present(told.TrailARN, 'the trail ARN');
    return {
      arn,
      name: present(told.Name, 'the trail name'),
      homeRegion: present(told.HomeRegion, "the trail's home region"),
      multiRegion: told.IsMultiRegionTrail === true,
      foreign: arn.split(':')[4] !== reader.identity.id,
      told,
    };
  });
}

/** Whether it records, and how delivery went; asked once, at home, where alone it is told. */
export const statusOf = (
  reader: AwsReader,
  { arn, homeRegion }: Pick<TrailRef, 'arn' | 'homeRegion'>,
): Promise<GetTrailStatusCommandOutput> =>
  reader.remember(`cloudtrail:GetTrailStatus:${arn}`, () =>
    reader.cloudTrail(homeRegion).send(new GetTrailStatusCommand({ Name: arn })),
  );

type Selectors = Pick<GetEventSelectorsCommandOutput, 'EventSelectors' | 'AdvancedEventSelectors'>;

/** What a trail records that nobody told what to record. */
const whatAwsRecordsUnasked: EventSelector = { ReadWriteType: 'All', IncludeManagementEvents: true };

export async function selectorsOf(
  reader: AwsReader,
  { arn, homeRegion, told }: TrailRef,
): Promise<Selectors> {
  const answer = await reader.remember(`cloudtrail:GetEventSelectors:${arn}`, () =>
    reader.cloudTrail(homeRegion).send(new GetEventSelectorsCommand({ TrailName: arn })),
  );
  return unsaid(answer, told);
}

/** The selectors, or what AWS records of its own accord where it says that there are none. */
export function unsaid(answer: Selectors, told: Told): Selectors {
  if (answer.EventSelectors?.length || answer.AdvancedEventSelectors?.length) return answer;
  if (told.HasCustomEventSelectors === false) return { EventSelectors: [whatAwsRecordsUnasked] };
  return { EventSelectors: [...listOf<EventSelector>(undefined, 'GetEventSelectors')] };
}
