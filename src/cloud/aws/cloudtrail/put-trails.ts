import { isDeepStrictEqual } from 'node:util';
import {
  type CloudTrailClient,
  GetEventSelectorsCommand,
  GetTrailCommand,
  GetTrailStatusCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
  StopLoggingCommand,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import { CloudError } from '../../../domain/errors.ts';
import { present } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import { selectorsFrom, selectorsTo, type TrailState, type TrailStates } from './trail-state.ts';
import { unsaid } from './trails.ts';

type Operation = 'UpdateTrail' | 'PutEventSelectors' | 'StartLogging' | 'StopLogging';

/** What leads from one state to the other: first what to record, then whether. */
export function stepsBetween(from: TrailState, to: TrailState): readonly Operation[] {
  const covers = from.multiRegion !== to.multiRegion || from.globalEvents !== to.globalEvents;
  return [
    ...(covers ? (['UpdateTrail'] as const) : []),
    ...(isDeepStrictEqual(from.selectors, to.selectors) ? [] : (['PutEventSelectors'] as const)),
    ...(from.logging === to.logging ? [] : ([to.logging ? 'StartLogging' : 'StopLogging'] as const)),
  ];
}

/** Each trail at its home, and only what differs there now: so a run that broke off can be taken up again. */
export async function putTrails(client: AwsWriter, states: TrailStates): Promise<void> {
  for (const [arn, wanted] of Object.entries(states)) {
    const cloudTrail = client.cloudTrail(arn.split(':')[3] ?? '');
    const now = await stateOf(cloudTrail, arn);
    if (now.logBucket !== wanted.logBucket)
      throw new CloudError('unsupported', 'the trail writes into another bucket than when it was looked at');
    for (const step of stepsBetween(now, wanted)) await take(cloudTrail, arn, step, wanted);
  }
}

async function stateOf(cloudTrail: CloudTrailClient, arn: string): Promise<TrailState> {
  const told = present((await cloudTrail.send(new GetTrailCommand({ Name: arn }))).Trail, 'the trail');
  const status = await cloudTrail.send(new GetTrailStatusCommand({ Name: arn }));
  const selectors = await cloudTrail.send(new GetEventSelectorsCommand({ TrailName: arn }));
  return {
    logging: present(status.IsLogging, 'IsLogging'),
    multiRegion: told.IsMultiRegionTrail === true,
    globalEvents: told.IncludeGlobalServiceEvents === true,
    logBucket: present(told.S3BucketName, "the trail's log bucket"),
    selectors: selectorsFrom(unsaid(selectors, told)),
  };
}

function take(
  cloudTrail: CloudTrailClient,
  arn: string,
  step: Operation,
  wanted: TrailState,
): Promise<unknown> {
  switch (step) {
    case 'UpdateTrail':
      return cloudTrail.send(
        new UpdateTrailCommand({
          Name: arn,
          IsMultiRegionTrail: wanted.multiRegion,
          IncludeGlobalServiceEvents: wanted.globalEvents,
        }),
      );
    case 'PutEventSelectors':
      return cloudTrail.send(
        new PutEventSelectorsCommand({ TrailName: arn, ...selectorsTo(wanted.selectors) }),
      );
    case 'StartLogging':
      return cloudTrail.send(new StartLoggingCommand({ Name: arn }));
    case 'StopLogging':
      return cloudTrail.send(new StopLoggingCommand({ Name: arn }));
  }
}
