import { CreateBucketCommand, PutBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';
import { plainConfig } from './trail-kit.ts';

const json = { 'content-type': 'application/json' };

const many = Array.from({ length: 1000 }, (_, n) => ({ groupKey: `bucket-${n}`, count: 1 }));

tellService({
  title: 'Macie found health data in more buckets than it counts at once',
  checks: ['aws/phi/found-but-untagged'],
  seed: async () => {},
  recorded(proxy) {
    const says = (operation: string, body: object) =>
      proxy.rule({ operation, fault: answer(200, json, JSON.stringify(body)) });
    says('GetMacieSession', { status: 'ENABLED' });
    says('GetFindingStatistics', { countsByGroup: many });
  },
  expects: { 'aws/phi/found-but-untagged': { unknown: ['(listing)'] } },
  unasked: { 's3:GetBucketTagging': 'what could not be listed is not asked about' },
});

tellService({
  title: 'every check of Macie, on recorded answers',
  checks: ['aws/macie/', 'aws/phi/found-but-untagged'],
  regions: ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-north-1'],
  async seed(sdk) {
    const s3 = new S3Client({ ...(await plainConfig(sdk)), forcePathStyle: true });
    for (const Bucket of ['records', 'uploads']) await s3.send(new CreateBucketCommand({ Bucket }));
    for (const LocationConstraint of ['us-west-2', 'eu-west-1'] as const) {
      const CreateBucketConfiguration = { LocationConstraint };
      await s3.send(
        new CreateBucketCommand({ Bucket: `in-${LocationConstraint}`, CreateBucketConfiguration }),
      );
    }
    await s3.send(
      new PutBucketTaggingCommand({
        Bucket: 'records',
        Tagging: { TagSet: [{ Key: 'DataClassification', Value: 'PHI' }] },
      }),
    );
    s3.destroy();
  },
  recorded(proxy) {
    const session = (status: string) =>
      JSON.stringify({
        createdAt: '2026-01-02T03:04:05Z',
        findingPublishingFrequency: 'SIX_HOURS',
        serviceRole:
          'arn:aws:iam::123456789012:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie',
        status,
        updatedAt: '2026-01-02T03:04:05Z',
      });
    const counts = (countsByGroup: readonly object[]) => JSON.stringify({ countsByGroup });
    for (const [region, status] of [
      ['us-east-1', 'ENABLED'],
      ['us-west-2', 'PAUSED'],
    ] as const)
      proxy.rule({
        operation: 'GetMacieSession',
        match: (call) => call.region === region,
        fault: answer(200, json, session(status)),
      });
    // What Macie says where it was never turned on, with the code of a refusal.
    proxy.rule({
      operation: 'GetMacieSession',
      fault: { status: 403, code: 'AccessDeniedException', message: 'Macie is not enabled' },
    });
    proxy.rule({
      operation: 'GetFindingStatistics',
      match: (call) => call.region === 'us-east-1',
      fault: answer(
        200,
        json,
        counts([
          { groupKey: 'records', count: 12 },
          { groupKey: 'uploads', count: 1 },
        ]),
      ),
    });
    proxy.rule({ operation: 'GetFindingStatistics', fault: answer(200, json, counts([])) });
  },
  expects: {
    'aws/macie/enabled': {
      pass: ['us-east-1'],
      fail: ['us-west-2', 'eu-west-1'],
      notApplicable: ['eu-north-1'],
    },
    'aws/phi/found-but-untagged': { pass: ['records'], fail: ['uploads'] },
  },
});
