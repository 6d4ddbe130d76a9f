import { DisableAlarmActionsCommand, EnableAlarmActionsCommand } from '@aws-sdk/client-cloudwatch';
import type { ResourceKind } from '../../../domain/catalog.ts';
import { fromAccount, fromListing, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Alarm, alarmsIn, partOf } from './alarms.ts';

async function* list(reader: AwsReader, region: string): AsyncIterable<Alarm> {
  yield* await alarmsIn(reader, region);
}

export const alarm = {
  title: 'CloudWatch alarm',
  scope: 'regional',
  permissions: ['cloudwatch:DescribeAlarms'],
  pattern: ({ id, partition }, region) => `arn:${partition}:cloudwatch:${region}:${id}:alarm:*`,
  list,
  facts: {
    actionsEnabled: settable(
      fromListing(({ actionsEnabled }: Alarm) => actionsEnabled),
      {
        permissions: ['cloudwatch:EnableAlarmActions', 'cloudwatch:DisableAlarmActions'],
        calls: ({ after }) => [after ? 'EnableAlarmActions' : 'DisableAlarmActions'],
        async put(client, { name, region }, on) {
          const ask = { AlarmNames: [name] };
          const cloudWatch = client.cloudWatch(region);
          if (on) await cloudWatch.send(new EnableAlarmActionsCommand(ask));
          else await cloudWatch.send(new DisableAlarmActionsCommand(ask));
        },
      },
    ),
    actions: fromListing(({ actions }: Alarm) => actions),
    /** Composite alarms that have actions of their own and ask whether this one fires. */
    toldBy: fromAccount(['cloudwatch:DescribeAlarms'], async (reader, alarm: Alarm) =>
      partOf(alarm, await alarmsIn(reader, alarm.region))
        .filter(({ actionsEnabled, actions }) => actionsEnabled && actions.length > 0)
        .map(({ name }) => name),
    ),
  },
} as const satisfies ResourceKind<Alarm>;
