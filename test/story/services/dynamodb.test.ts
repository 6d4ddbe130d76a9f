import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/faults.ts';
import type { Sdk } from '../../kit/aws/sdk.ts';
import { tellService } from './kit.ts';

const arnOf = (name: string) => `arn:aws:dynamodb:us-east-1:${testAccountId}:table/${name}`;
const json = (body: unknown) => answer(200, { 'content-type': 'application/json' }, JSON.stringify(body));
const role = `arn:aws:iam::${testAccountId}:role/backup`;

async function table(sdk: Sdk, TableName: string, rest: object = {}) {
  const dynamoDb = await sdk('dynamoDb');
  await dynamoDb.createTable({
    TableName,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    ...rest,
  });
}

const provisioned = (units: number) => ({
  BillingMode: 'PROVISIONED' as const,
  ProvisionedThroughput: { ReadCapacityUnits: units, WriteCapacityUnits: units },
});
const byDay = (units: number) => ({
  AttributeDefinitions: ['id', 'day'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-day',
      KeySchema: [{ AttributeName: 'day', KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
      ProvisionedThroughput: { ReadCapacityUnits: units, WriteCapacityUnits: units },
    },
  ],
});

async function scale(sdk: Sdk, ResourceId: string, dimension: string) {
  const scaling = await sdk('applicationAutoScaling');
  const of = {
    ServiceNamespace: 'dynamodb' as const,
    ResourceId,
    ScalableDimension: `dynamodb:${dimension}CapacityUnits` as 'dynamodb:table:ReadCapacityUnits',
  };
  await scaling.registerScalableTarget({ ...of, MinCapacity: 1, MaxCapacity: 100 });
  await scaling.putScalingPolicy({
    ...of,
    PolicyName: `${ResourceId} ${dimension}`,
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 70 },
  });
}

tellService({
  title: 'every check of DynamoDB, on moto',
  checks: ['aws/dynamodb/'],
  async seed(sdk) {
    const { KeyMetadata } = await (await sdk('kms')).createKey({});
    const own = {
      SSESpecification: { Enabled: true, SSEType: 'KMS' as const, KMSMasterKeyId: KeyMetadata?.Arn },
    };
    await table(sdk, 'records', { ...own, Tags: [{ Key: 'DataClassification', Value: 'PHI' }] });
    await table(sdk, 'visits', { SSESpecification: { Enabled: true } });
    await table(sdk, 'bare', provisioned(5));
    await table(sdk, 'scaled', { ...provisioned(8000), ...byDay(8000) });
    await table(sdk, 'half-scaled', { ...provisioned(1), ...byDay(1) });
    const dynamoDb = await sdk('dynamoDb');
    await dynamoDb.updateContinuousBackups({
      TableName: 'records',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
    });
    for (const way of ['Read', 'Write']) {
      await scale(sdk, 'table/scaled', `table:${way}`);
      await scale(sdk, 'table/scaled/index/by-day', `index:${way}`);
      await scale(sdk, 'table/half-scaled', `table:${way}`);
    }
    await (await sdk('backup')).createBackupPlan({
      BackupPlan: { BackupPlanName: 'daily', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'v' }] },
    });
  },
  recorded(proxy) {
    proxy.rule({
      operation: 'ListBackupSelections',
      fault: json({ BackupSelectionsList: [{ SelectionId: 's-1', SelectionName: 'phi' }] }),
    });
    proxy.rule({
      operation: 'DescribeRegionSettings',
      fault: json({ ResourceTypeOptInPreference: { DynamoDB: true, EFS: false } }),
    });
    proxy.rule({
      operation: 'GetBackupSelection',
      fault: json({
        BackupSelection: {
          SelectionName: 'phi',
          IamRoleArn: role,
          Resources: [arnOf('visits')],
          ListOfTags: [
            { ConditionType: 'STRINGEQUALS', ConditionKey: 'DataClassification', ConditionValue: 'PHI' },
          ],
        },
      }),
    });
    proxy.rule({
      operation: 'ListProtectedResources',
      fault: json({
        Results: [{ ResourceArn: arnOf('records'), ResourceType: 'DynamoDB', LastBackupTime: 1_700_000_000 }],
      }),
    });
  },
  expects: {
    'aws/dynamodb/autoscaling': { pass: ['records', 'visits', 'scaled'], fail: ['bare', 'half-scaled'] },
    'aws/dynamodb/table-kms-key': { pass: ['records'], fail: ['visits', 'bare', 'scaled', 'half-scaled'] },
    'aws/dynamodb/table-encryption': { pass: ['records', 'visits'], fail: ['bare', 'scaled', 'half-scaled'] },
    'aws/dynamodb/backup-plan': { pass: ['records', 'visits'], fail: ['bare', 'scaled', 'half-scaled'] },
    'aws/dynamodb/pitr': { pass: ['records'], fail: ['visits', 'bare', 'scaled', 'half-scaled'] },
    'aws/dynamodb/throughput-limit': { fail: ['us-east-1'] },
  },
});
