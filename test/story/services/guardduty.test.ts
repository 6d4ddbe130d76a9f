import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/json' };

tellService({
  title: 'every check of GuardDuty, on moto',
  checks: ['aws/guardduty/'],
  regions: ['us-east-1', 'us-west-2', 'eu-west-1'],
  async seed(sdk) {
    for (const [region, Enable] of [
      ['us-east-1', true],
      ['us-west-2', true],
    ] as const) {
      const guardDuty = await sdk('guardDuty', region);
      const S3Logs = { Enable: region === 'us-west-2' };
      await guardDuty.createDetector({ Enable, DataSources: { S3Logs } });
    }
  },
  recorded(proxy) {
    const ids = (findingIds: readonly string[], nextToken = '') => JSON.stringify({ findingIds, nextToken });
    proxy.rule({
      operation: 'ListFindings',
      match: ({ region }) => region === 'us-west-2',
      fault: answer(200, json, ids([])),
    });
    proxy.rule({ operation: 'ListFindings', times: 1, fault: answer(200, json, ids(['f1'], 'more')) });
    proxy.rule({ operation: 'ListFindings', fault: answer(200, json, ids(['f2'])) });
    proxy.rule({
      operation: 'GetFindings',
      fault: answer(
        200,
        json,
        JSON.stringify({
          findings: ['f1', 'f2'].map((id) => ({
            id,
            accountId: '123456789012',
            arn: `arn:aws:guardduty:us-east-1:123456789012:detector/d/finding/${id}`,
            createdAt: '2026-11-01T08:00:00.000Z',
            region: 'us-east-1',
            resource: { resourceType: 'AccessKey' },
            schemaVersion: '2.0',
            severity: 8,
            type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller',
            updatedAt: '2026-11-02T08:00:00.000Z',
          })),
        }),
      ),
    });
  },
  expects: {
    'aws/guardduty/enabled': { pass: ['us-east-1', 'us-west-2'], fail: ['eu-west-1'] },
    'aws/guardduty/s3-protection': {
      pass: ['us-west-2'],
      fail: ['us-east-1'],
      notApplicable: ['eu-west-1'],
    },
    'aws/guardduty/open-findings': {
      pass: ['us-west-2'],
      fail: ['us-east-1'],
      notApplicable: ['eu-west-1'],
    },
  },
});
