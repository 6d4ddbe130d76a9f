import type { ElasticLoadBalancing, PolicyDescription } from '@aws-sdk/client-elastic-load-balancing';
import { fromCall, listOf, present } from '../collect.ts';
import type { ClassicLoadBalancer } from './load-balancer.ts';

/** What a listener agrees to speak. */
export interface TlsPolicy {
  readonly port: number;
  /** AWS's policy that it follows, else its own name. */
  readonly policy: string;
  /** `TLSv1`, `TLSv1.1`, `TLSv1.2`. */
  readonly protocols: readonly string[];
  readonly weakCiphers: readonly string[];
}

/** Ciphers that are broken, or that seal nothing; `DES` is 3DES too. */
const weak = /RC4|RC2|DES|NULL|EXP|MD5|ADH|AECDH|SEED|IDEA|KRB5/;

const isTls = (protocol: string): boolean => protocol === 'HTTPS' || protocol === 'SSL';

export async function negotiationPolicies(
  elb: ElasticLoadBalancing,
  LoadBalancerName: string,
): Promise<readonly PolicyDescription[]> {
  const answer = await elb.describeLoadBalancerPolicies({ LoadBalancerName });
  return listOf(answer.PolicyDescriptions, 'DescribeLoadBalancerPolicies').filter(
    ({ PolicyTypeName }) => PolicyTypeName === 'SSLNegotiationPolicyType',
  );
}

/** AWS's policy that it follows; `null`: none. */
export const referenceOf = ({ PolicyAttributeDescriptions = [] }: PolicyDescription): string | null =>
  PolicyAttributeDescriptions.find(({ AttributeName }) => AttributeName === 'Reference-Security-Policy')
    ?.AttributeValue || null;

/** Per listener with TLS; a classic load balancer tells its policies one balancer at a time. */
export const tlsPolicies = fromCall(
  ['elasticloadbalancing:DescribeLoadBalancerPolicies'],
  async (reader, lb: ClassicLoadBalancer): Promise<readonly TlsPolicy[]> => {
    const listeners = lb.listeners.filter(({ protocol }) => isTls(protocol));
    if (listeners.length === 0) return [];
    const all = await negotiationPolicies(await reader.service('elb', lb.region), lb.name);
    return listeners.map(({ port, policies }) => {
      const policy = all.find(({ PolicyName }) => policies.includes(PolicyName ?? ''));
      return { port, ...spoken(present(policy, `the TLS policy of port ${port}`)) };
    });
  },
);

function spoken(described: PolicyDescription): Omit<TlsPolicy, 'port'> {
  const told = listOf(described.PolicyAttributeDescriptions, 'DescribeLoadBalancerPolicies').map(
    ({ AttributeName, AttributeValue }) => [AttributeName ?? '', AttributeValue ?? ''] as const,
  );
  const on = told.filter(([, value]) => value === 'true').map(([name]) => name);
  const protocols = on.filter((name) => name.startsWith('Protocol-')).map((name) => name.slice(9));
  const policy = referenceOf(described) ?? present(described.PolicyName, 'PolicyName');
  return {
    policy,
    protocols: present(protocols.length > 0 ? protocols : null, `what the policy ${policy} allows`),
    weakCiphers: on.filter((name) => !/^(Protocol-|Server-Defined)/.test(name) && weak.test(name)),
  };
}
