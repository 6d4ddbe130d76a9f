import type { FlowLog as Told, UnsuccessfulItem } from '@aws-sdk/client-ec2';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { everyOf, fromAccount, itemsOf, present, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import type { ServiceClient } from '../services.ts';
import type { AwsWriter } from '../writer.ts';
import { idOf } from './named.ts';

/** One record of the traffic of a VPC, as it is made. */
export type FlowLog = {
  /** `ALL`, `ACCEPT` or `REJECT`. */
  readonly traffic: string;
  /** `s3`, `cloud-watch-logs` or `kinesis-data-firehose`. */
  readonly to: string;
  /** The ARN of the bucket or the stream, or the name of the log group. */
  readonly destination: string;
  readonly role: string | null;
  readonly format: string | null;
  readonly seconds: number | null;
};

const permissions = ['ec2:DescribeFlowLogs'] as const;

const everyFlowLog = (reader: AwsReader, region: string): Promise<readonly Told[]> =>
  reader.remember(`ec2:DescribeFlowLogs:${region}`, async () =>
    flowLogsOf(await reader.service('ec2', region)),
  );

const flowLogsOf = (ec2: ServiceClient<'ec2'>): Promise<readonly Told[]> =>
  everyOf(itemsOf(ec2.paginateDescribeFlowLogs({ MaxResults: 1000 }), (p) => p.FlowLogs, 'DescribeFlowLogs'));

const logOf = (told: Told): FlowLog => ({
  traffic: present(told.TrafficType, 'TrafficType'),
  to: told.LogDestinationType ?? 'cloud-watch-logs',
  destination: present(told.LogGroupName ?? told.LogDestination, 'the destination of the flow log'),
  role: told.DeliverLogsPermissionArn ?? null,
  format: told.LogFormat ?? null,
  seconds: told.MaxAggregationInterval ?? null,
});

const isOf = (vpc: Subject) => (told: Told) => told.ResourceId === idOf(vpc);
const text = (log: FlowLog): string => JSON.stringify([log.to, log.destination, log.traffic, log.format]);
/** AWS fills in the format and the interval that were not given. */
const isSame = (a: FlowLog, b: FlowLog): boolean =>
  a.traffic === b.traffic &&
  a.to === b.to &&
  a.destination === b.destination &&
  (a.role === null || b.role === null || a.role === b.role) &&
  (a.format === null || b.format === null || a.format === b.format) &&
  (a.seconds === null || b.seconds === null || a.seconds === b.seconds);
const lacking = (some: readonly FlowLog[], others: readonly FlowLog[]) =>
  some.filter((log) => !others.some((other) => isSame(log, other)));

/** The flow logs of the VPC itself: those of its subnets tell nothing of a subnet that comes tomorrow. */
export const flowLogs = settable(
  fromAccount(permissions, async (reader, vpc: Subject): Promise<readonly FlowLog[]> => {
    const all = await everyFlowLog(reader, vpc.region);
    return all
      .filter(isOf(vpc))
      .map(logOf)
      .sort((a, b) => (text(a) < text(b) ? -1 : 1));
  }),
  {
    permissions: [
      'ec2:DescribeFlowLogs',
      'ec2:CreateFlowLogs',
      'ec2:DeleteFlowLogs',
      'logs:CreateLogDelivery',
      'logs:DeleteLogDelivery',
    ],
    resources: () => ['*'],
    calls: ({ before, after }) => [
      ...lacking(after, before).map(() => 'CreateFlowLogs'),
      ...(lacking(before, after).length > 0 ? ['DeleteFlowLogs'] : []),
    ],
    same: (a, b) => a.length === b.length && lacking(a, b).length === 0 && lacking(b, a).length === 0,
    put: (client, vpc, wanted) => write(client, vpc, wanted),
  },
);

async function write(client: AwsWriter, vpc: Subject, wanted: readonly FlowLog[]): Promise<void> {
  const ec2 = await client.service('ec2', vpc.region);
  const is = (await flowLogsOf(ec2)).filter(isOf(vpc));
  for (const log of lacking(wanted, is.map(logOf))) {
    const { Unsuccessful } = await ec2.createFlowLogs({
      ResourceType: 'VPC',
      ResourceIds: [idOf(vpc)],
      TrafficType: log.traffic as 'ALL',
      LogDestinationType: log.to as 's3',
      ...(log.to === 'cloud-watch-logs' && !log.destination.startsWith('arn:')
        ? { LogGroupName: log.destination }
        : { LogDestination: log.destination }),
      ...(log.role !== null && { DeliverLogsPermissionArn: log.role }),
      ...(log.format !== null && { LogFormat: log.format }),
      ...(log.seconds !== null && { MaxAggregationInterval: log.seconds }),
    });
    refuse(Unsuccessful);
  }
  const FlowLogIds = is
    .filter((told) => lacking([logOf(told)], wanted).length > 0)
    .map(({ FlowLogId }) => present(FlowLogId, 'FlowLogId'));
  if (FlowLogIds.length > 0) refuse((await ec2.deleteFlowLogs({ FlowLogIds })).Unsuccessful);
}

/** EC2 answers "200, but not yours" for what it did not do. */
function refuse(unsuccessful: readonly UnsuccessfulItem[] | undefined): void {
  const [first] = unsuccessful ?? [];
  if (first)
    throw new CloudError('failed', first.Error?.Message ?? first.Error?.Code ?? 'not done, without a reason');
}

interface FlowLogFailure {
  readonly traffic: string;
  readonly because: string;
}

/** The flow logs that do not arrive at the destination, and why, where EC2 says so. */
export const flowLogFailures = fromAccount(
  permissions,
  async (reader, vpc: Subject): Promise<readonly FlowLogFailure[]> =>
    (await everyFlowLog(reader, vpc.region))
      .filter(isOf(vpc))
      .filter(
        ({ FlowLogStatus, DeliverLogsStatus }) =>
          FlowLogStatus !== 'ACTIVE' || DeliverLogsStatus === 'FAILED',
      )
      .map(({ TrafficType, DeliverLogsErrorMessage }) => ({
        traffic: present(TrafficType, 'TrafficType'),
        because: DeliverLogsErrorMessage ?? 'not delivered',
      })),
);
