import type { LoadBalancerAttributes } from '@aws-sdk/client-elastic-load-balancing';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, fromFacts, knownValue, present, settable } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';

/** Where requests are logged: the bucket, and what the names of the logs begin with. */
export type AccessLog = {
  readonly bucket: string;
  readonly prefix: string | null;
  readonly everyMinutes: number | null;
};

interface Attributes {
  readonly crossZone: boolean;
  /** `null`: nothing is logged. */
  readonly accessLog: AccessLog | null;
}

/** By its name, which is unique in a region: the API of classic load balancers knows no ARN. */
const nameOf = ({ id }: Subject): string => id.slice(id.lastIndexOf('/') + 1);

export const attributes = fromCall(
  ['elasticloadbalancing:DescribeLoadBalancerAttributes'],
  async (reader, lb: Subject): Promise<Attributes> => {
    const elb = await reader.service('elb', lb.region);
    const answer = await elb.describeLoadBalancerAttributes({ LoadBalancerName: nameOf(lb) });
    const told = present(answer.LoadBalancerAttributes, 'the attributes');
    const log = present(told.AccessLog, 'AccessLog');
    return {
      crossZone: present(told.CrossZoneLoadBalancing?.Enabled, 'CrossZoneLoadBalancing'),
      accessLog: present(log.Enabled, 'AccessLog.Enabled')
        ? {
            bucket: present(log.S3BucketName, 'S3BucketName'),
            prefix: log.S3BucketPrefix || null,
            everyMinutes: log.EmitInterval ?? null,
          }
        : null,
    };
  },
);

async function modify(client: AwsWriter, lb: Subject, given: Partial<LoadBalancerAttributes>): Promise<void> {
  const elb = await client.service('elb', lb.region);
  await elb.modifyLoadBalancerAttributes({ LoadBalancerName: nameOf(lb), LoadBalancerAttributes: given });
}

const writing = {
  permissions: ['elasticloadbalancing:ModifyLoadBalancerAttributes'],
  calls: () => ['ModifyLoadBalancerAttributes'],
} as const;

export const crossZone = settable(
  fromFacts(
    ['attributes'],
    (needs, _lb: Subject): boolean => knownValue<Attributes>(needs['attributes']).crossZone,
  ),
  {
    ...writing,
    put: (client, lb, Enabled) => modify(client, lb, { CrossZoneLoadBalancing: { Enabled } }),
  },
);

export const accessLog = settable(
  fromFacts(
    ['attributes'],
    (needs, _lb: Subject): AccessLog | null => knownValue<Attributes>(needs['attributes']).accessLog,
  ),
  {
    ...writing,
    async put(client, lb, log) {
      if (log !== null && log.bucket === '') throw new CloudError('unsupported', 'a log needs a bucket');
      await modify(client, lb, {
        AccessLog:
          log === null
            ? { Enabled: false }
            : {
                Enabled: true,
                S3BucketName: log.bucket,
                ...(log.prefix !== null && { S3BucketPrefix: log.prefix }),
                ...(log.everyMinutes !== null && { EmitInterval: log.everyMinutes }),
              },
      });
    },
  },
);
