import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const json = { 'content-type': 'application/x-amz-json-1.1' };
const VisibilityConfig = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true, MetricName: 'web' };

tellService({
  title: 'every check of WAF, on moto',
  checks: ['aws/wafv2/'],
  regions: ['us-east-1', 'eu-west-1'],
  async seed(sdk) {
    for (const [Name, region, Scope] of [
      ['site', 'us-east-1', 'REGIONAL'],
      ['quiet', 'eu-west-1', 'REGIONAL'],
      ['edge', 'us-east-1', 'CLOUDFRONT'],
      ['lake', 'us-east-1', 'CLOUDFRONT'],
    ] as const) {
      const waf = await sdk('wafV2', region);
      const { Summary } = await waf.createWebACL({
        Name,
        Scope,
        DefaultAction: { Allow: {} },
        VisibilityConfig,
      });
      if (Name === 'quiet' || Name === 'lake') continue;
      await waf.putLoggingConfiguration({
        LoggingConfiguration: {
          ResourceArn: Summary?.ARN,
          LogDestinationConfigs: ['arn:aws:s3:::aws-waf-logs-clinic'],
        },
      });
    }
  },
  // moto does not tell who keeps a log.
  recorded(proxy) {
    const LogDestinationConfigs = ['arn:aws:s3:::aws-security-data-lake-us-east-1'];
    proxy.rule({
      operation: 'GetLoggingConfiguration',
      match: ({ key }) => key.includes('SECURITY_LAKE') && key.includes('/lake/'),
      fault: answer(200, json, JSON.stringify({ LoggingConfiguration: { LogDestinationConfigs } })),
    });
  },
  expects: { 'aws/wafv2/logging': { pass: ['site', 'edge', 'lake'], fail: ['quiet'] } },
});

tellService({
  title: 'every check of WAF Classic, on recorded answers',
  checks: ['aws/waf/'],
  regions: ['us-east-1', 'eu-west-1'],
  seed: async () => {},
  recorded(proxy) {
    const acls = ['kept', 'quiet'].map((Name) => ({ WebACLId: `id-${Name}`, Name }));
    proxy.rule({
      service: 'waf',
      operation: 'ListWebACLs',
      match: ({ key }) => !key.includes('NextMarker'),
      fault: answer(200, json, JSON.stringify({ WebACLs: acls.slice(0, 1), NextMarker: 'more' })),
    });
    proxy.rule({
      service: 'waf',
      operation: 'ListWebACLs',
      fault: answer(200, json, JSON.stringify({ WebACLs: acls.slice(1) })),
    });
    const ResourceArn = 'arn:aws:waf::123456789012:webacl/id-kept';
    proxy.rule({
      service: 'waf',
      operation: 'GetLoggingConfiguration',
      match: ({ key }) => key.includes(ResourceArn),
      fault: answer(
        200,
        json,
        JSON.stringify({
          LoggingConfiguration: {
            ResourceArn,
            LogDestinationConfigs: ['arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs-x'],
          },
        }),
      ),
    });
    proxy.rule({
      service: 'waf',
      operation: 'GetLoggingConfiguration',
      fault: {
        status: 400,
        code: 'WAFNonexistentItemException',
        message: 'The referenced item does not exist.',
      },
    });
  },
  expects: { 'aws/waf/classic-logging': { pass: ['kept'], fail: ['quiet'] } },
});

tellService({
  title: 'WAF Classic where its endpoint knows it no more',
  checks: ['aws/waf/'],
  seed: async () => {},
  recorded(proxy) {
    proxy.rule({
      service: 'waf',
      fault: { status: 400, code: 'UnknownOperationException', message: '' },
    });
  },
  expects: { 'aws/waf/classic-logging': { unknown: ['(listing)'] } },
  unasked: { 'waf:GetLoggingConfiguration': 'what could not be listed is not asked about' },
});
