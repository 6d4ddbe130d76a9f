import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, fromFacts, knownValue, listOf, present, settable } from '../collect.ts';
import type { AwsWriter } from '../writer.ts';
import type { LoadBalancer } from './load-balancer.ts';

type Attributes = Readonly<Record<string, string>>;

/** Where requests are logged: the bucket, and what the names of the logs begin with. */
export type AccessLog = { readonly bucket: string; readonly prefix: string };

/** As ELB names them: `access_logs.s3.enabled`. Which there are depends on the type. */
export const attributes = fromCall(
  ['elasticloadbalancing:DescribeLoadBalancerAttributes'],
  async (reader, lb: Subject): Promise<Attributes> => {
    const elb = await reader.service('elbV2', lb.region);
    const { Attributes: told } = await elb.describeLoadBalancerAttributes({ LoadBalancerArn: lb.id });
    return Object.fromEntries(
      listOf(told, 'DescribeLoadBalancerAttributes').map(({ Key, Value }) => [
        present(Key, 'Key'),
        Value ?? '',
      ]),
    );
  },
);

async function modify(client: AwsWriter, lb: Subject, given: Attributes): Promise<void> {
  const elb = await client.service('elbV2', lb.region);
  await elb.modifyLoadBalancerAttributes({
    LoadBalancerArn: lb.id,
    Attributes: Object.entries(given).map(([Key, Value]) => ({ Key, Value })),
  });
}

const writing = {
  permissions: ['elasticloadbalancing:ModifyLoadBalancerAttributes'],
  calls: () => ['ModifyLoadBalancerAttributes'],
} as const;

const isOn = (told: Attributes, name: string): boolean => {
  if (told[name] !== 'true' && told[name] !== 'false')
    throw new CloudError('unsupported', `ELB does not tell ${name} of this load balancer`);
  return told[name] === 'true';
};

export const deletionProtection = settable(
  fromFacts(['attributes'], (needs, _lb: Subject): boolean =>
    isOn(knownValue<Attributes>(needs['attributes']), 'deletion_protection.enabled'),
  ),
  { ...writing, put: (client, lb, on) => modify(client, lb, { 'deletion_protection.enabled': `${on}` }) },
);

const drops = 'routing.http.drop_invalid_header_fields.enabled';

/** `null`: this type reads no headers. */
export const dropInvalidHeaders = settable(
  fromFacts(['attributes'], (needs, lb: LoadBalancer): boolean | null =>
    lb.type === 'application' ? isOn(knownValue<Attributes>(needs['attributes']), drops) : null,
  ),
  {
    ...writing,
    async put(client, lb, on) {
      if (on === null) throw new CloudError('unsupported', 'an application load balancer reads headers');
      await modify(client, lb, { [drops]: `${on}` });
    },
  },
);

/** `null`: nothing is logged, or this type logs nothing. */
export const accessLog = settable(
  fromFacts(['attributes'], (needs, lb: LoadBalancer): AccessLog | null => {
    const told = knownValue<Attributes>(needs['attributes']);
    const enabled = told['access_logs.s3.enabled'];
    if (enabled === undefined && lb.type !== 'gateway')
      throw new CloudError('unsupported', 'ELB does not tell whether requests are logged');
    if (enabled !== 'true') return null;
    const bucket = present(told['access_logs.s3.bucket'] || null, 'the log bucket');
    return { bucket, prefix: told['access_logs.s3.prefix'] ?? '' };
  }),
  {
    ...writing,
    put: (client, lb, log) =>
      modify(
        client,
        lb,
        log === null
          ? { 'access_logs.s3.enabled': 'false' }
          : {
              'access_logs.s3.enabled': 'true',
              'access_logs.s3.bucket': log.bucket,
              'access_logs.s3.prefix': log.prefix,
            },
      ),
  },
);
