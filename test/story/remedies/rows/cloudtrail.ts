import {
  CreateTrailCommand,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  PutEventSelectorsCommand,
  StartLoggingCommand,
  type Trail,
  UpdateTrailCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketLoggingCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { testAccountId } from '../../../kit/aws/environment.ts';
import { type Aws, told } from '../account.ts';
import type { Chapter } from '../row.ts';
import { arnOf, bucketState, logs, makeLogs } from './bucket.ts';

const Name = 'main';
const logBucket = 'trail-logs';
const arn = `arn:aws:cloudtrail:us-east-1:${testAccountId}:trail/${Name}`;
const account = `arn:aws:iam::${testAccountId}:root`;
const key = (n: 1 | 2) =>
  `arn:aws:kms:us-east-1:${testAccountId}:key/1f0c6a52-0b7e-4c11-9d35-6a1c5f2e8a0${n}`;
/** As CloudTrail tells it, empty lists included: moto tells what it was told. */
const management = {
  ReadWriteType: 'All' as const,
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
};
const objects = (ReadWriteType: 'ReadOnly' | 'WriteOnly' | 'All') => ({
  ReadWriteType,
  IncludeManagementEvents: false,
  DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
  ExcludeManagementEventSources: [],
});

const advancedManagement = {
  Name: 'Management events',
  FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }],
};
const bedrock = ['Model', 'AgentAlias', 'InlineAgent', 'FlowAlias', 'KnowledgeBase'].map((type) => ({
  Name: `AWS Bedrock ${type}`,
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: [`AWS::Bedrock::${type}`] },
  ],
}));

type Step = (aws: Aws) => Promise<unknown>;

/** One trail into a bucket of its own, and then what is wrong with it; `about` is what the finding is about. */
const trail =
  (about: string, ...steps: readonly Step[]) =>
  async (aws: Aws): Promise<string> => {
    await aws.s3.send(new CreateBucketCommand({ Bucket: logBucket }));
    await aws.cloudTrail.send(new CreateTrailCommand({ Name, S3BucketName: logBucket }));
    for (const step of steps) await step(aws);
    return about;
  };

const start: Step = ({ cloudTrail }) => cloudTrail.send(new StartLoggingCommand({ Name }));
const selects =
  (...more: readonly ReturnType<typeof objects>[]): Step =>
  ({ cloudTrail }) =>
    cloudTrail.send(new PutEventSelectorsCommand({ TrailName: Name, EventSelectors: [management, ...more] }));
const selectsAdvanced =
  (...AdvancedEventSelectors: readonly (typeof advancedManagement)[]): Step =>
  ({ cloudTrail }) =>
    cloudTrail.send(
      new PutEventSelectorsCommand({ TrailName: Name, AdvancedEventSelectors: [...AdvancedEventSelectors] }),
    );
const updates =
  (more: object): Step =>
  ({ cloudTrail }) =>
    cloudTrail.send(new UpdateTrailCommand({ Name, ...more }));
const logsItself =
  (TargetPrefix: string): Step =>
  ({ s3 }) =>
    s3.send(
      new PutBucketLoggingCommand({
        Bucket: logBucket,
        BucketLoggingStatus: { LoggingEnabled: { TargetBucket: logs, TargetPrefix } },
      }),
    );

/** The empty name by which a key is taken away is kept by moto; CloudTrail then tells of none. */
const keyOrNone = ({ KmsKeyId, ...rest }: Trail) => (KmsKeyId ? { ...rest, KmsKeyId } : rest);

/** All that CloudTrail says of the trail, but for what its clock adds, and all that S3 says of its bucket. */
const state = async (aws: Aws) => ({
  described: (await aws.cloudTrail.send(new DescribeTrailsCommand({}))).trailList?.map(keyOrNone),
  logging: (await aws.cloudTrail.send(new GetTrailStatusCommand({ Name: arn }))).IsLogging,
  selectors: await told(aws.cloudTrail.send(new GetEventSelectorsCommand({ TrailName: arn }))),
  bucket: await bucketState(aws, arnOf(logBucket)),
});

/** What an account and its trails record. */
export const cloudTrail: Chapter = {
  title: 'remedies of CloudTrail, on moto',
  remedies: {
    'aws/cloudtrail/bucket-access-logging': { targetBucket: logs },
    'aws/cloudtrail/kms-encryption': { kmsKeyId: key(1) },
  },
  rows: [
    {
      remedy: 'aws/cloudtrail/logging-start',
      check: 'aws/cloudtrail/logging-on',
      seed: trail(account),
      change: [`${arn}.logging: false → true`],
      calls: ['StartLogging'],
      undo: ['StopLogging'],
      state,
      meddle: updates({ IsMultiRegionTrail: true }),
    },
    {
      remedy: 'aws/cloudtrail/multi-region',
      check: 'aws/cloudtrail/multi-region',
      seed: trail(account, updates({ IncludeGlobalServiceEvents: false }), selects()),
      change: [
        `${arn}.logging: false → true`,
        `${arn}.multiRegion: false → true`,
        `${arn}.globalEvents: false → true`,
      ],
      calls: ['UpdateTrail', 'StartLogging'],
      undo: ['UpdateTrail', 'StopLogging'],
      state,
      meddle: start,
    },
    {
      remedy: 'aws/cloudtrail/s3-data-events-read',
      check: 'aws/cloudtrail/s3-data-events-read',
      seed: trail(account, updates({ IsMultiRegionTrail: true }), selects(objects('WriteOnly')), start),
      change: [`${arn}.selectors.basic[2]: absent → ${JSON.stringify(objects('ReadOnly'))}`],
      calls: ['PutEventSelectors'],
      undo: ['PutEventSelectors'],
      state,
      meddle: selects(),
    },
    {
      remedy: 'aws/cloudtrail/s3-data-events-write',
      check: 'aws/cloudtrail/s3-data-events-write',
      seed: trail(account, updates({ IsMultiRegionTrail: true }), selects(), start),
      change: [`${arn}.selectors.basic[1]: absent → ${JSON.stringify(objects('WriteOnly'))}`],
      calls: ['PutEventSelectors'],
      undo: ['PutEventSelectors'],
      state,
      meddle: selects(objects('ReadOnly')),
    },
    {
      remedy: 'aws/cloudtrail/bedrock-events',
      check: 'aws/cloudtrail/bedrock-events',
      // Moto keeps advanced selectors beside the basic ones that replace them; the way from basic ones is a table's.
      seed: trail(account, updates({ IsMultiRegionTrail: true }), selectsAdvanced(advancedManagement), start),
      change: bedrock.map(
        (added, i) => `${arn}.selectors.advanced[${i + 1}]: absent → ${JSON.stringify(added)}`,
      ),
      calls: ['PutEventSelectors'],
      undo: ['PutEventSelectors'],
      state,
      meddle: selectsAdvanced(advancedManagement, ...bedrock.slice(0, 1)),
    },
    {
      remedy: 'aws/cloudtrail/log-file-validation',
      check: 'aws/cloudtrail/log-file-validation',
      seed: trail(arn),
      change: ['false → true'],
      calls: ['UpdateTrail'],
      undo: ['UpdateTrail'],
      state,
      meddle: updates({ EnableLogFileValidation: true }),
    },
    {
      remedy: 'aws/cloudtrail/kms-encryption',
      check: 'aws/cloudtrail/kms-encryption',
      seed: trail(arn),
      change: [`null → "${key(1)}"`],
      calls: ['UpdateTrail'],
      undo: ['UpdateTrail'],
      state,
      meddle: updates({ KmsKeyId: key(2) }),
    },
    {
      remedy: 'aws/cloudtrail/bucket-not-public',
      check: 'aws/cloudtrail/bucket-not-public',
      seed: trail(arn, ({ s3 }) =>
        s3.send(new PutBucketAclCommand({ Bucket: logBucket, ACL: 'public-read' })),
      ),
      change: [
        'null → {"blockPublicAcls":true,"ignorePublicAcls":true,"blockPublicPolicy":true,"restrictPublicBuckets":true}',
      ],
      calls: ['PutPublicAccessBlock'],
      undo: ['DeletePublicAccessBlock'],
      state,
      meddle: ({ s3 }) =>
        s3.send(
          new PutPublicAccessBlockCommand({
            Bucket: logBucket,
            PublicAccessBlockConfiguration: { BlockPublicPolicy: true },
          }),
        ),
    },
    {
      remedy: 'aws/cloudtrail/bucket-access-logging',
      check: 'aws/cloudtrail/bucket-access-logging',
      seed: trail(arn, makeLogs),
      change: ['null → {"bucket":"access-logs","prefix":"main/","grants":null,"keyFormat":null}'],
      calls: ['PutBucketLogging'],
      undo: ['PutBucketLogging'],
      state,
      meddle: logsItself('elsewhere/'),
    },
  ],
};
