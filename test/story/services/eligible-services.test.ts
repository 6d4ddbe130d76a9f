import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const headers = { 'content-type': 'application/x-amz-json-1.1' };
const resources = (...told: readonly (readonly [arn: string, key: string, value: string])[]) =>
  answer(
    200,
    headers,
    JSON.stringify({
      PaginationToken: '',
      ResourceTagMappingList: told.map(([ResourceARN, Key, Value]) => ({
        ResourceARN,
        Tags: [{ Key, Value }],
      })),
    }),
  );
/** Two pages, as Cost Explorer documents them. */
const bills = (...names: readonly string[]) =>
  answer(200, headers, (call) => {
    const page = call.key.includes('NextPageToken') ? names.slice(1) : names.slice(0, 1);
    return JSON.stringify({
      ...(page === names.slice(1) || call.key.includes('NextPageToken') ? {} : { NextPageToken: 'more' }),
      GroupDefinitions: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
      ResultsByTime: [
        {
          TimePeriod: { Start: '2026-10-21', End: '2026-11-01' },
          Total: {},
          Groups: page.map((name) => ({
            Keys: [name],
            Metrics: { UsageQuantity: { Amount: name === 'AWS DeepRacer' ? '0' : '12.5', Unit: 'N/A' } },
          })),
          Estimated: false,
        },
      ],
      DimensionValueAttributes: [],
    });
  });

const bucket = ['arn:aws:s3:::records', 'DataClassification', 'PHI'] as const;
const queue = ['arn:aws:sqs:us-east-1:123456789012:work', 'Name', 'work'] as const;
const server = ['arn:aws:lightsail:us-east-1:123456789012:Instance/1234', 'Name', 'blog'] as const;
const pipe = ['arn:aws:pipes:us-east-1:123456789012:pipe/p', 'Name', 'p'] as const;

const told = (
  title: string,
  tags: ReturnType<typeof answer>,
  billed: ReturnType<typeof answer>,
  both: 'pass' | 'fail' | 'notApplicable' | 'unknown',
) =>
  tellService({
    title,
    checks: ['aws/non/'],
    seed: async () => {},
    recorded(proxy) {
      proxy.rule({ operation: 'GetResources', fault: tags });
      proxy.rule({ operation: 'GetCostAndUsage', fault: billed });
    },
    expects: {
      'aws/non/eligible-service-in-use': { [both]: ['test'] },
      'aws/non/eligible-service-billed': { [both]: ['test'] },
    },
  });

told(
  'PHI and eligible services alone',
  resources(bucket, queue),
  bills('Amazon Simple Storage Service', 'AWS DeepRacer', 'Tax', 'EC2 - Other'),
  'pass',
);
told(
  'PHI and a service that is not on the list',
  resources(bucket, server, pipe),
  bills('Amazon Lightsail', 'Amazon Simple Storage Service'),
  'fail',
);
told(
  'PHI and a service of which nobody can tell',
  resources(bucket, pipe),
  bills('Amazon Simple Storage Service', 'Some Product of the Marketplace'),
  'unknown',
);
told(
  'no PHI',
  resources(['arn:aws:s3:::web', 'Name', 'web'], server),
  bills('Amazon Lightsail'),
  'notApplicable',
);
