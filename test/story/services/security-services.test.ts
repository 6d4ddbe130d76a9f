import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/json' };
const regions = ['us-east-1', 'us-west-2', 'eu-west-1'];

tellService({
  title: 'every check of Security Hub, on moto',
  checks: ['aws/securityhub/'],
  regions,
  seed: async (sdk) => (await sdk('securityHub')).enableSecurityHub({}),
  expects: { 'aws/securityhub/enabled': { pass: ['us-east-1'], fail: ['us-west-2', 'eu-west-1'] } },
});

tellService({
  title: 'every check of Inspector, on moto',
  checks: ['aws/inspector/'],
  regions,
  seed: async (sdk) =>
    (await sdk('inspector')).enable({ accountIds: ['123456789012'], resourceTypes: ['EC2', 'ECR'] }),
  recorded(proxy) {
    // Moto says nothing of an account that never enabled it; AWS says that it is disabled.
    const state = { status: 'DISABLED', errorCode: 'SUCCESS', errorMessage: '' };
    proxy.rule({
      operation: 'BatchGetAccountStatus',
      match: ({ region }) => region !== 'us-east-1',
      fault: answer(
        200,
        json,
        JSON.stringify({
          accounts: [
            {
              accountId: '123456789012',
              state,
              resourceState: { ec2: state, ecr: state, lambda: state, lambdaCode: state },
            },
          ],
          failedAccounts: [],
        }),
      ),
    });
  },
  expects: { 'aws/inspector/enabled': { pass: ['us-east-1'], fail: ['us-west-2', 'eu-west-1'] } },
});

const analyzer = (region: string, type: string) => ({
  analyzers: [
    {
      arn: `arn:aws:access-analyzer:${region}:123456789012:analyzer/account`,
      createdAt: '2026-01-02T03:04:05Z',
      name: 'account',
      status: 'ACTIVE',
      type,
    },
  ],
});

tellService({
  title: 'every check of Access Analyzer, on recorded answers',
  checks: ['aws/accessanalyzer/'],
  regions,
  seed: async () => {},
  recorded(proxy) {
    for (const region of regions)
      proxy.rule({
        operation: 'ListAnalyzers',
        match: (call) => call.region === region,
        fault: answer(
          200,
          json,
          JSON.stringify(analyzer(region, region === 'eu-west-1' ? 'ACCOUNT_UNUSED_ACCESS' : 'ACCOUNT')),
        ),
      });
    const finding = {
      id: 'f1',
      analyzedAt: '2026-01-02T03:04:05Z',
      createdAt: '2026-01-02T03:04:05Z',
      updatedAt: '2026-01-02T03:04:05Z',
      resourceOwnerAccount: '123456789012',
      resourceType: 'AWS::S3::Bucket',
      status: 'ACTIVE',
    };
    proxy.rule({
      operation: 'ListFindingsV2',
      match: ({ region }) => region === 'us-west-2',
      times: 1,
      fault: answer(200, json, JSON.stringify({ findings: [], nextToken: 'more' })),
    });
    proxy.rule({
      operation: 'ListFindingsV2',
      match: ({ region }) => region === 'us-west-2',
      fault: answer(200, json, JSON.stringify({ findings: [finding] })),
    });
    proxy.rule({
      operation: 'ListFindingsV2',
      fault: answer(200, json, JSON.stringify({ findings: [] })),
    });
  },
  expects: { 'aws/accessanalyzer/enabled': { pass: ['us-east-1'], fail: ['us-west-2', 'eu-west-1'] } },
});

tellService({
  title: 'an account that AWS can call, on moto',
  checks: ['aws/account/security-contact'],
  seed: async (sdk) =>
    (await sdk('account')).putAlternateContact({
      AlternateContactType: 'SECURITY',
      EmailAddress: 'security@example.org',
      Name: 'Security desk',
      PhoneNumber: '+15550100',
      Title: 'Desk',
    }),
  expects: { 'aws/account/security-contact': { pass: ['test'] } },
});

tellService({
  title: 'an account that AWS cannot call, on moto',
  checks: ['aws/account/security-contact'],
  seed: async () => {},
  expects: { 'aws/account/security-contact': { fail: ['test'] } },
});
