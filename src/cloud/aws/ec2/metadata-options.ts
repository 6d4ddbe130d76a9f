import { GetMetricStatisticsCommand, type Statistic } from '@aws-sdk/client-cloudwatch';
import type {
  HttpTokensState,
  InstanceMetadataEndpointState,
  InstanceMetadataProtocolState,
  InstanceMetadataTagsState,
} from '@aws-sdk/client-ec2';
import { fromCall, fromListing, listOf, present, settable } from '../collect.ts';
import type { Instance, MetadataOptions } from './instances.ts';

/** How the metadata service is set, whole. */
export const metadataOptions = settable(
  fromListing(
    ({ metadataOptions }: Instance): MetadataOptions => present(metadataOptions, 'MetadataOptions'),
  ),
  {
    permissions: ['ec2:ModifyInstanceMetadataOptions'],
    calls: () => ['ModifyInstanceMetadataOptions'],
    async put(client, { region, instanceId }, { httpTokens, httpEndpoint, hopLimit, ipv6, tags }) {
      const ec2 = await client.service('ec2', region);
      await ec2.modifyInstanceMetadataOptions({
        InstanceId: instanceId,
        HttpTokens: httpTokens as HttpTokensState,
        HttpEndpoint: httpEndpoint as InstanceMetadataEndpointState,
        ...(hopLimit !== null && { HttpPutResponseHopLimit: hopLimit }),
        ...(ipv6 !== null && { HttpProtocolIpv6: ipv6 as InstanceMetadataProtocolState }),
        ...(tags !== null && { InstanceMetadataTags: tags as InstanceMetadataTagsState }),
      });
    },
  },
);

const daySeconds = 86_400;
const lookBackDays = 14;

/** How often the older protocol was used in the last two weeks; null: CloudWatch has no numbers. */
export const metadataWithoutToken = fromCall(
  ['cloudwatch:GetMetricStatistics'],
  async (reader, { region, instanceId }: Instance): Promise<number | null> => {
    const now = Date.now();
    const ask = new GetMetricStatisticsCommand({
      Namespace: 'AWS/EC2',
      MetricName: 'MetadataNoToken',
      Dimensions: [{ Name: 'InstanceId', Value: instanceId }],
      StartTime: new Date(now - lookBackDays * daySeconds * 1000),
      EndTime: new Date(now),
      Period: daySeconds,
      Statistics: ['Sum' satisfies Statistic],
    });
    const { Datapoints } = await reader.cloudWatch(region).send(ask);
    const days = listOf(Datapoints, 'GetMetricStatistics');
    return days.length === 0 ? null : days.reduce((sum, { Sum = 0 }) => sum + Sum, 0);
  },
);
