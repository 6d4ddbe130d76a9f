import { IAM } from '@aws-sdk/client-iam';
import { S3 } from '@aws-sdk/client-s3';
import { clientConfig } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const bucketPolicy = (bucket: string, account: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ],
  });

/** The last two let in the accounts from which Elastic Load Balancing and Redshift write their logs. */
const buckets = {
  own: null,
  vendor: '555555555555',
  stranger: '999999999999',
  logs: '127311923021',
  audit: '907379612154',
};

tellService({
  title: 'outside accounts that are let in, on moto',
  checks: ['aws/external/'],
  settings: {
    'aws/external/account-without-baa': { agreements: ['555555555555'] },
    'aws/external/bucket-account-without-baa': { agreements: ['555555555555'] },
  },
  async seed(sdk) {
    const organizations = await sdk('organizations');
    await organizations.createOrganization({ FeatureSet: 'ALL' });
    const iam = new IAM(clientConfig(sdk.endpoint));
    const accounts = ['555555555555', '999999999999', '999999999999', '123456789012'];
    for (const [at, account] of accounts.entries())
      await iam.createRole({
        RoleName: `for-${account}-${at}`,
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: `arn:aws:iam::${account}:root` },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'sts:ExternalId': 'clinic-7' } },
            },
          ],
        }),
      });
    iam.destroy();
    const s3 = new S3({ ...clientConfig(sdk.endpoint), forcePathStyle: true });
    for (const [Bucket, account] of Object.entries(buckets)) {
      await s3.createBucket({ Bucket });
      if (account) await s3.putBucketPolicy({ Bucket, Policy: bucketPolicy(Bucket, account) });
    }
    s3.destroy();
  },
  /** AWS tells each bucket's region in the listing; moto does not. */
  recorded: (proxy) =>
    proxy.rule({
      operation: 'ListBuckets',
      fault: answer(
        200,
        { 'content-type': 'application/xml' },
        `<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Owner><ID>owner</ID></Owner><Buckets>${Object.keys(
          buckets,
        )
          .map(
            (name) =>
              `<Bucket><Name>${name}</Name><CreationDate>2026-01-01T00:00:00.000Z</CreationDate><BucketRegion>us-east-1</BucketRegion></Bucket>`,
          )
          .join('')}</Buckets></ListAllMyBucketsResult>`,
      ),
    }),
  unasked: { 's3:GetBucketLocation': 'the listing tells every region' },
  expects: {
    'aws/external/account-without-baa': { pass: ['555555555555'], fail: ['999999999999'] },
    'aws/external/bucket-account-without-baa': {
      pass: ['vendor'],
      fail: ['stranger'],
      notApplicable: ['own', 'logs', 'audit'],
    },
  },
});
