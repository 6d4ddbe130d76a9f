import { expect, test } from 'vitest';
import { behindProxy, nobody } from '../../kit/aws/behind-proxy.ts';
import { testAccountId } from '../../kit/aws/environment.ts';
import { answer } from '../../kit/aws/proxy.ts';
import { all, openAccount } from './s3-kit.ts';

const json = { 'content-type': 'application/x-amz-json-1.1' };
const proxy = behindProxy(nobody);

test.each([
  ['aws', 2],
  ['aws-us-gov', 1],
  ['aws-cn', 1],
])(
  'in the partition %s what guards CloudFront is looked for where there is CloudFront',
  async (partition, asked) => {
    proxy.rule({
      operation: 'GetCallerIdentity',
      fault: answer(
        200,
        { 'content-type': 'text/xml' },
        `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:${partition}:iam::${testAccountId}:user/scan</Arn><UserId>AIDAEXAMPLE</UserId><Account>${testAccountId}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      ),
    });
    proxy.rule({ operation: 'ListWebACLs', fault: answer(200, json, JSON.stringify({ WebACLs: [] })) });
    const session = await openAccount();
    try {
      expect(await all(session.list('aws.wafv2.webAcl', 'us-east-1'))).toEqual([]);
      expect(proxy.counts().get('wafv2:ListWebACLs')).toBe(asked);
    } finally {
      await session.close();
    }
  },
);
