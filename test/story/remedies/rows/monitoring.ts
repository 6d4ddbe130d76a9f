import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter } from '../row.ts';

const region = 'us-east-1';
const regionArn = `arn:aws:ec2:${region}:${testAccountId}:region/${region}`;
const alarmName = 'errors';
const logGroupName = '/clinic/web';

const cloudWatch = ({ cloudTrail: { config } }: Aws): CloudWatchClient =>
  new CloudWatchClient({
    ...(config.endpoint && { endpoint: config.endpoint }),
    credentials: config.credentials,
    region,
  });

const groups = async ({ sdk }: Aws) => told((await sdk('logs')).describeLogGroups({}));
const keeps =
  (retentionInDays: number) =>
  async ({ sdk }: Aws) =>
    (await sdk('logs')).putRetentionPolicy({ logGroupName, retentionInDays });

const detectors = async ({ sdk }: Aws) => {
  const guardDuty = await sdk('guardDuty');
  const { DetectorIds = [] } = await guardDuty.listDetectors({});
  return Promise.all(
    DetectorIds.map(async (DetectorId) => {
      const {
        CreatedAt: _,
        UpdatedAt: __,
        $metadata: ___,
        ...rest
      } = await guardDuty.getDetector({ DetectorId });
      return rest;
    }),
  );
};
const detector =
  (Enable: boolean) =>
  async ({ sdk }: Aws) =>
    (await sdk('guardDuty')).createDetector({ Enable });
const updated =
  (change: object) =>
  async ({ sdk }: Aws) => {
    const guardDuty = await sdk('guardDuty');
    const { DetectorIds: [DetectorId] = [] } = await guardDuty.listDetectors({});
    return guardDuty.updateDetector({ DetectorId, ...change });
  };

const hub = async ({ sdk }: Aws) => told((await sdk('securityHub')).describeHub({}));
const inspected = async ({ sdk }: Aws) =>
  told((await sdk('inspector')).batchGetAccountStatus({ accountIds: [testAccountId] }));

/** What watches over the rest. */
export const monitoring: Chapter = {
  title: 'remedies of what watches over an account, on moto',
  remedies: { 'aws/inspector/enable': { scans: ['ec2', 'ecr'] } },
  rows: [
    {
      remedy: 'aws/cloudwatch/log-group-retention',
      check: 'aws/cloudwatch/log-group-retention',
      seed: async (aws) => {
        await (await aws.sdk('logs')).createLogGroup({ logGroupName });
        await keeps(30)(aws);
        return `arn:aws:logs:${region}:${testAccountId}:log-group:${logGroupName}`;
      },
      change: ['30 → 2192'],
      calls: ['PutRetentionPolicy'],
      undo: ['PutRetentionPolicy'],
      state: groups,
      meddle: keeps(60),
    },
    {
      remedy: 'aws/cloudwatch/alarm-actions',
      check: 'aws/cloudwatch/alarm-actions',
      seed: async (aws) => {
        const client = cloudWatch(aws);
        await client.send(
          new PutMetricAlarmCommand({
            AlarmName: alarmName,
            Namespace: 'clinic',
            MetricName: 'errors',
            Statistic: 'Sum',
            Period: 300,
            EvaluationPeriods: 1,
            Threshold: 1,
            ComparisonOperator: 'GreaterThanOrEqualToThreshold',
            AlarmActions: [`arn:aws:sns:${region}:${testAccountId}:ops`],
          }),
        );
        await client.send(new DisableAlarmActionsCommand({ AlarmNames: [alarmName] }));
        return `arn:aws:cloudwatch:${region}:${testAccountId}:alarm:${alarmName}`;
      },
      change: ['false → true'],
      calls: ['EnableAlarmActions'],
      undo: ['DisableAlarmActions'],
      state: (aws) => told(cloudWatch(aws).send(new DescribeAlarmsCommand({}))),
      meddle: (aws) => cloudWatch(aws).send(new EnableAlarmActionsCommand({ AlarmNames: [alarmName] })),
    },
    {
      remedy: 'aws/guardduty/enable',
      check: 'aws/guardduty/enabled',
      when: 'where there is no detector',
      seed: async () => regionArn,
      change: ['null → "on"'],
      calls: ['CreateDetector'],
      undo: ['UpdateDetector'],
      // One that is suspended stays: with it its findings would go.
      state: async (aws) => (await detectors(aws)).filter(({ Status }) => Status === 'ENABLED'),
      meddle: detector(false),
    },
    {
      remedy: 'aws/guardduty/enable',
      check: 'aws/guardduty/enabled',
      when: 'where it is suspended',
      seed: async (aws) => {
        await detector(false)(aws);
        return regionArn;
      },
      change: ['"suspended" → "on"'],
      calls: ['UpdateDetector'],
      undo: ['UpdateDetector'],
      state: detectors,
      meddle: updated({ Enable: true }),
    },
    {
      remedy: 'aws/guardduty/s3-protection',
      check: 'aws/guardduty/s3-protection',
      seed: async (aws) => {
        await detector(true)(aws);
        await updated({ Features: [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }] })(aws);
        return regionArn;
      },
      change: ['false → true'],
      calls: ['UpdateDetector'],
      undo: ['UpdateDetector'],
      state: detectors,
      meddle: updated({ Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }] }),
    },
    {
      remedy: 'aws/securityhub/enable',
      check: 'aws/securityhub/enabled',
      seed: async () => regionArn,
      change: ['false → true'],
      calls: ['EnableSecurityHub'],
      undo: ['DisableSecurityHub'],
      state: hub,
      meddle: async ({ sdk }) => (await sdk('securityHub')).enableSecurityHub({}),
    },
    {
      remedy: 'aws/inspector/enable',
      check: 'aws/inspector/enabled',
      // Moto tells nothing of an account that never had it.
      seed: async ({ sdk }) => {
        const ask = { accountIds: [testAccountId] };
        const inspector = await sdk('inspector');
        await inspector.enable({ ...ask, resourceTypes: ['EC2', 'ECR'] });
        await inspector.disable({ ...ask, resourceTypes: ['EC2', 'ECR'] });
        return regionArn;
      },
      change: ['[0]: absent → "ec2"', '[1]: absent → "ecr"'],
      calls: ['Enable'],
      undo: ['Disable'],
      state: inspected,
      meddle: async ({ sdk }) =>
        (await sdk('inspector')).enable({ accountIds: [testAccountId], resourceTypes: ['EC2'] }),
    },
  ],
};
