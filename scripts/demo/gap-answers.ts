import type { AwsProxy, Fault } from '../../test/kit/aws/proxy.ts';
import { json, xml } from './answers.ts';
import { buckets } from './bucket-table.ts';
import { accountId, bucketArn, home, organisation, spare } from './clinic.ts';

const organisationArn = `arn:aws:organizations::${accountId}:organization/${organisation}`;
const off = { status: 'DISABLED', errorCode: 'NONE', errorMessage: '' };

/** By `service:Operation`: mostly "there are none", in the shape that AWS documents. */
const answers: Readonly<Record<string, object>> = {
  'access-analyzer:ListAnalyzers': { analyzers: [] },
  'artifact:ListCustomerAgreements': {
    customerAgreements: [
      {
        name: 'AWS Organizations Business Associate Addendum',
        state: 'ACTIVE',
        effectiveStart: '2021-02-01T15:20:00Z',
        organizationArn: organisationArn,
      },
    ],
  },
  'backup:DescribeRegionSettings': { ResourceTypeOptInPreference: {} },
  'backup:ListProtectedResources': { Results: [] },
  'backup:ListRestoreJobs': { RestoreJobs: [] },
  'backup:ListRestoreTestingPlans': { RestoreTestingPlans: [] },
  'elasticmapreduce:GetBlockPublicAccessConfiguration': {
    BlockPublicAccessConfiguration: { BlockPublicSecurityGroupRules: true },
  },
  'fsx:DescribeVolumes': { Volumes: [] },
  'guardduty:ListFindings': { findingIds: [] },
  'healthlake:ListFHIRDatastores': { DatastorePropertiesList: [] },
  'inspector2:BatchGetAccountStatus': {
    accounts: [
      { accountId, state: off, resourceState: { ec2: off, ecr: off, lambda: off, lambdaCode: off } },
    ],
    failedAccounts: [],
  },
  'lambda:ListFunctionUrlConfigs': { FunctionUrlConfigs: [] },
  'medical-imaging:ListDatastores': { datastoreSummaries: [] },
  'omics:ListAnnotationStores': { annotationStores: [] },
  'omics:ListReferenceStores': { referenceStores: [] },
  'omics:ListSequenceStores': { sequenceStores: [] },
  'omics:ListVariantStores': { variantStores: [] },
  'organizations:DescribeOrganization': {
    Organization: { Id: organisation, Arn: organisationArn, MasterAccountId: accountId, FeatureSet: 'ALL' },
  },
  'organizations:ListAccounts': { Accounts: [{ Id: accountId, Status: 'ACTIVE', State: 'ACTIVE' }] },
  'ssm:DescribeInstanceInformation': { InstanceInformationList: [] },
  'waf:ListWebACLs': { WebACLs: [] },
};

const planId = '6f1d3c58-2f0a-4a8e-9a4b-0c7d5e1b2a39';
const planName = 'lakeside-weekly';
const selection = { SelectionId: 'b0a5e6c2-6d0f-4a6e-8f0e-5f3a1c9d7e21', BackupPlanId: planId };

/** A plan that takes in whatever is tagged for it; nothing is yet. */
const backups: Readonly<Record<string, object>> = {
  'backup:ListBackupPlans': {
    BackupPlansList: [
      {
        BackupPlanArn: `arn:aws:backup:${home}:${accountId}:backup-plan:${planId}`,
        BackupPlanId: planId,
        BackupPlanName: planName,
      },
    ],
  },
  'backup:GetBackupPlan': {
    BackupPlanId: planId,
    BackupPlan: {
      BackupPlanName: planName,
      Rules: [
        {
          RuleName: 'weekly',
          TargetBackupVaultName: 'lakeside-vault',
          ScheduleExpression: 'cron(0 3 ? * SUN *)',
          Lifecycle: { DeleteAfterDays: 14 },
        },
      ],
    },
  },
  'backup:ListBackupSelections': { BackupSelectionsList: [{ ...selection, SelectionName: 'tagged' }] },
  'backup:GetBackupSelection': {
    ...selection,
    BackupSelection: {
      SelectionName: 'tagged',
      IamRoleArn: `arn:aws:iam::${accountId}:role/LakesideBackups`,
      ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'weekly' }],
    },
  },
};

const refusals: Readonly<Record<string, Fault>> = {
  'macie2:GetMacieSession': { status: 403, code: 'AccessDeniedException', message: 'Macie is not enabled.' },
  'organizations:DescribeEffectivePolicy': { status: 400, code: 'EffectivePolicyNotFoundException' },
};

const ec2 = (operation: string, body: string) =>
  xml(
    `<${operation}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${body}</${operation}Response>`,
  );
const query = (operation: string, version: string, body: string) =>
  xml(
    `<${operation}Response xmlns="http://amazonaws.com/doc/${version}/"><${operation}Result>${body}</${operation}Result></${operation}Response>`,
  );

const documents: Readonly<Record<string, Fault>> = {
  'ec2:GetInstanceMetadataDefaults': ec2('GetInstanceMetadataDefaults', '<accountLevel></accountLevel>'),
  'ec2:GetSnapshotBlockPublicAccessState': ec2(
    'GetSnapshotBlockPublicAccessState',
    '<state>unblocked</state>',
  ),
  'elasticache:DescribeServerlessCaches': query(
    'DescribeServerlessCaches',
    '2015-02-02',
    '<ServerlessCaches></ServerlessCaches>',
  ),
  'rds:DescribeCertificates': query(
    'DescribeCertificates',
    '2014-10-31',
    '<Certificates><Certificate><CertificateIdentifier>rds-ca-rsa2048-g1</CertificateIdentifier><ValidTill>2061-05-26T22:34:57Z</ValidTill></Certificate></Certificates>',
  ),
};

/** What the emulator does not know at all, or knows only in part: without these the demo would tell of the emulator. */
export function addGapAnswers(proxy: AwsProxy): void {
  const all = {
    ...Object.fromEntries(Object.entries(answers).map(([name, body]) => [name, json(body)])),
    ...refusals,
    ...documents,
  };
  for (const [name, fault] of Object.entries(all)) {
    const [service = '', operation = ''] = name.split(':');
    proxy.rule({ service, operation, fault });
  }
  for (const [name, body] of Object.entries(backups)) {
    const [service = '', operation = ''] = name.split(':');
    proxy.rule({ service, operation, match: ({ region }) => region === home, fault: json(body) });
  }
  // The emulator tells of every bucket's tags in every region.
  const spareBuckets = Object.entries(buckets).filter(([, { region }]) => region === spare);
  proxy.rule({
    service: 'tag',
    operation: 'GetResources',
    match: ({ region }) => region === spare,
    fault: json({
      ResourceTagMappingList: spareBuckets.map(([name, { tags = {} }]) => ({
        ResourceARN: bucketArn(name),
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      })),
    }),
  });
}
