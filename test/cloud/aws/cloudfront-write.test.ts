import {
  CloudFrontClient,
  CreateDistributionCommand,
  GetDistributionConfigCommand,
} from '@aws-sdk/client-cloudfront';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Subject } from '../../../src/domain/catalog.ts';
import { describeWithMoto } from '../../kit/aws/describe-with-moto.ts';
import { clientConfig } from '../../kit/aws/environment.ts';
import { told, writeKit, writingOf } from './write-kit.ts';

const kind = 'aws.cloudfront.distribution';

describeWithMoto('what can be set of CloudFront, on moto', (moto) => {
  const kit = writeKit(moto);
  let cloudFront: CloudFrontClient;
  beforeAll(() => {
    cloudFront = new CloudFrontClient(clientConfig(moto.endpoint));
  });
  afterAll(() => cloudFront.destroy());

  async function make(): Promise<Subject> {
    await cloudFront.send(
      new CreateDistributionCommand({
        DistributionConfig: {
          CallerReference: 'one',
          Comment: 'pages',
          Enabled: true,
          Origins: {
            Quantity: 1,
            Items: [
              {
                Id: 's3',
                DomainName: 'pages.s3.amazonaws.com',
                S3OriginConfig: { OriginAccessIdentity: '' },
              },
            ],
          },
          DefaultCacheBehavior: { TargetOriginId: 's3', ViewerProtocolPolicy: 'allow-all' },
        },
      }),
    );
    return kit.only(kind, 'global');
  }
  const state =
    ({ name: Id }: Subject) =>
    () =>
      told(cloudFront.send(new GetDistributionConfigCommand({ Id })));

  test('an access log, from none and back, and nothing else', async () => {
    const distribution = await make();
    const log = { bucket: 'logs.s3.amazonaws.com', prefix: 'pages/', cookies: false };
    expect(await kit.thereAndBack(kind, 'standardLog', distribution, log, state(distribution))).toBeNull();
  });

  test('it is written under the ETag that was read', async () => {
    const distribution = await make();
    const { ETag } = (await state(distribution)()) as { ETag: string };
    await kit.put(kind, 'viewers', distribution, [{ path: null, policy: 'https-only' }]);
    expect(kit.sent().at(-1)).toContain(`if-match=${ETag}`);
  });

  test('a rule for a path that was not there before is not guessed', async () => {
    const distribution = await make();
    const start = await state(distribution)();
    await expect(kit.put(kind, 'viewers', distribution, [])).rejects.toThrow(/not there before/);
    expect(await state(distribution)()).toEqual(start);
  });

  test('the log of a distribution needs the ACL of its bucket, and of no other', () => {
    const { permissions, resources } = writingOf(kind, 'standardLog');
    expect(permissions).toContain('s3:PutBucketAcl');
    const subject = { id: 'arn:aws:cloudfront::123456789012:distribution/E1', region: 'global' };
    const log = { bucket: 'clinic.logs.s3.amazonaws.com', prefix: '', cookies: false };
    expect(resources?.(subject, log)).toEqual([subject.id, 'arn:aws:s3:::clinic.logs']);
    expect(resources?.(subject, null)).toEqual([subject.id]);
  });
});
