import {
  CloudWatchClient,
  DisableAlarmActionsCommand,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/x-amz-json-1.1' };
const arn = (name: string) => `arn:aws:logs:us-east-1:${testAccountId}:log-group:${name}`;
const phi = [{ Key: 'DataClassification', Value: 'PHI' }];
const policy = (...names: readonly string[]) =>
  JSON.stringify({
    Name: 'mask',
    Version: '2021-06-01',
    Statement: [
      { DataIdentifier: ['arn:aws:dataprotection::aws:data-identifier/Name'], Operation: { Audit: {} } },
      {
        DataIdentifier: names.map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`),
        Operation: { Deidentify: { MaskConfig: {} } },
      },
    ],
  });
/** By log group: moto knows no data protection, nor the tags of log groups. */
const masks: Readonly<Record<string, string>> = {
  '/clinic/masked': policy('MedicareBeneficiaryNumber-US', 'EmailAddress'),
  '/clinic/half': policy('EmailAddress'),
};

tellService({
  title: 'log groups and alarms of CloudWatch, on moto',
  checks: [
    'aws/cloudwatch/log-group-retention',
    'aws/cloudwatch/log-group-kms',
    'aws/cloudwatch/alarm-actions',
    'aws/log/',
  ],
  async seed(sdk) {
    const logs = await sdk('logs');
    const groups: Readonly<Record<string, number | null>> = {
      '/clinic/masked': 365,
      '/clinic/half': 180,
      '/clinic/web': null,
      '/clinic/bare': 2192,
    };
    for (const [logGroupName, retentionInDays] of Object.entries(groups)) {
      const kmsKeyId = `arn:aws:kms:us-east-1:${testAccountId}:key/one`;
      await logs.createLogGroup({ logGroupName, ...(logGroupName === '/clinic/masked' && { kmsKeyId }) });
      if (retentionInDays !== null) await logs.putRetentionPolicy({ logGroupName, retentionInDays });
    }
    const { endpoint, credentials, region } = logs.config;
    const cloudWatch = new CloudWatchClient({ ...(endpoint && { endpoint }), credentials, region });
    for (const AlarmName of ['telling', 'silent', 'muted']) {
      await cloudWatch.send(
        new PutMetricAlarmCommand({
          AlarmName,
          Namespace: 'clinic',
          MetricName: 'errors',
          Statistic: 'Sum',
          Period: 300,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          ...(AlarmName !== 'silent' && { AlarmActions: [`arn:aws:sns:us-east-1:${testAccountId}:ops`] }),
        }),
      );
    }
    await cloudWatch.send(new DisableAlarmActionsCommand({ AlarmNames: ['muted'] }));
    cloudWatch.destroy();
  },
  recorded(proxy) {
    const tagged = {
      '/clinic/masked': phi,
      '/clinic/half': phi,
      '/clinic/web': [{ Key: 'Owner', Value: 'web' }],
      '/clinic/bare': [],
    };
    proxy.rule({
      operation: 'GetResources',
      fault: answer(
        200,
        json,
        JSON.stringify({
          PaginationToken: '',
          ResourceTagMappingList: Object.entries(tagged)
            .filter(([, Tags]) => Tags.length > 0)
            .map(([name, Tags]) => ({ ResourceARN: arn(name), Tags })),
        }),
      ),
    });
    for (const name of Object.keys(tagged))
      proxy.rule({
        operation: 'GetDataProtectionPolicy',
        match: ({ key }) => key.includes(name),
        fault: answer(
          200,
          json,
          JSON.stringify({
            logGroupIdentifier: arn(name),
            ...(masks[name] && { policyDocument: masks[name], lastUpdatedTime: 1_760_000_000_000 }),
          }),
        ),
      });
    proxy.rule({
      operation: 'DescribeAccountPolicies',
      fault: answer(200, json, JSON.stringify({ accountPolicies: [] })),
    });
  },
  expects: {
    'aws/cloudwatch/log-group-retention': {
      pass: ['/clinic/masked', '/clinic/web', '/clinic/bare'],
      fail: ['/clinic/half'],
    },
    'aws/cloudwatch/log-group-kms': {
      pass: ['/clinic/masked'],
      fail: ['/clinic/half', '/clinic/web', '/clinic/bare'],
    },
    'aws/cloudwatch/alarm-actions': { pass: ['telling'], fail: ['silent', 'muted'] },
    'aws/log/phi-masking': {
      pass: ['/clinic/masked'],
      fail: ['/clinic/half'],
      notApplicable: ['/clinic/web', '/clinic/bare'],
    },
  },
});
