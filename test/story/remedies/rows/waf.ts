import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const stream = (name: string) =>
  `arn:aws:firehose:us-east-1:${testAccountId}:deliverystream/aws-waf-logs-${name}`;
const id = 'aws/wafv2/logging';

/** Web firewalls. */
export const firewalls: Chapter = {
  title: 'remedies of web firewalls, on moto',
  rows: [
    {
      remedy: id,
      check: id,
      async seed({ sdk }) {
        const { Summary } = await (await sdk('wafV2')).createWebACL({
          Name: 'front',
          Scope: 'REGIONAL',
          DefaultAction: { Allow: {} },
          VisibilityConfig: {
            SampledRequestsEnabled: false,
            CloudWatchMetricsEnabled: false,
            MetricName: 'front',
          },
        });
        return Summary?.ARN ?? '';
      },
      change: [
        `null → {"destinations":["${stream('front')}"],"redacts":["header authorization","header cookie","query string"],"filtered":false}`,
      ],
      calls: ['PutLoggingConfiguration'],
      undo: ['DeleteLoggingConfiguration'],
      state: async ({ sdk }: Aws, ResourceArn) =>
        told((await sdk('wafV2')).getLoggingConfiguration({ ResourceArn })),
      meddle: async ({ sdk }, ResourceArn) =>
        (await sdk('wafV2')).putLoggingConfiguration({
          LoggingConfiguration: { ResourceArn, LogDestinationConfigs: [stream('other')] },
        }),
    },
  ],
  behind: ['firehose:ListDeliveryStreams'],
  remedies: { [id]: { destination: stream('front') } },
};
