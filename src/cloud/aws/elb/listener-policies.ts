import { isDeepStrictEqual } from 'node:util';
import { fromFacts, knownValue, listOf, present, settable } from '../collect.ts';
import type { ClassicLoadBalancer } from './load-balancer.ts';
import { negotiationPolicies, referenceOf, type TlsPolicy } from './tls-policies.ts';

type ListenerPolicies = {
  /** By the port of each listener with TLS. */
  readonly listeners: {
    readonly [port: string]: {
      /** All that it follows: one says which TLS it speaks, others which server a caller comes back to. */
      readonly policies: readonly string[];
      readonly protocols: readonly string[];
      readonly weakCiphers: readonly string[];
    };
  };
  /** Policies of the load balancer that say which TLS is spoken, and AWS's policy that each follows. */
  readonly policies: { readonly [name: string]: string | null };
};

const permissions = ['elasticloadbalancing:DescribeLoadBalancerPolicies'] as const;

/** The one that is made from here, and the only one that is ever deleted. */
const ownName = 'tls-1-2-2017-01';

/** A listener follows them all, in no order. */
const sameNames = (a: readonly string[], b: readonly string[]) =>
  isDeepStrictEqual(a.toSorted(), b.toSorted());

const unordered = ({ listeners, policies }: ListenerPolicies) => ({
  policies,
  listeners: Object.entries(listeners).map(([port, told]) => [
    port,
    { ...told, policies: told.policies.toSorted() },
  ]),
});

/** Those of `from` that are not in `to`. */
const without = (from: object, to: object) => Object.keys(from).filter((name) => !(name in to));

/** Which policies the listeners with TLS follow. */
export const listenerPolicies = settable(
  fromFacts(
    ['tlsPolicies'],
    async (needs, lb: ClassicLoadBalancer, reader): Promise<ListenerPolicies> => {
      const spoken = knownValue<readonly TlsPolicy[]>(needs['tlsPolicies']);
      const all = await negotiationPolicies(await reader.service('elb', lb.region), lb.name);
      const listeners = spoken.map(({ port, protocols, weakCiphers }) => {
        const { policies } = present(
          lb.listeners.find((listener) => listener.port === port),
          `the listener of port ${port}`,
        );
        return [`${port}`, { policies, protocols, weakCiphers }] as const;
      });
      return {
        listeners: Object.fromEntries(listeners),
        policies: Object.fromEntries(
          all.map((policy) => [present(policy.PolicyName, 'PolicyName'), referenceOf(policy)] as const),
        ),
      };
    },
    permissions,
  ),
  {
    permissions: [
      'elasticloadbalancing:CreateLoadBalancerPolicy',
      'elasticloadbalancing:SetLoadBalancerPoliciesOfListener',
      'elasticloadbalancing:DeleteLoadBalancerPolicy',
      'elasticloadbalancing:DescribeLoadBalancers',
      ...permissions,
    ],
    resources: ({ id }) => [id],
    same: (a, b) => isDeepStrictEqual(unordered(a), unordered(b)),
    calls: ({ before, after }) => [
      ...without(after.policies, before.policies).map(() => 'CreateLoadBalancerPolicy'),
      ...Object.entries(after.listeners)
        .filter(([port, { policies }]) => !isDeepStrictEqual(policies, before.listeners[port]?.policies))
        .map(() => 'SetLoadBalancerPoliciesOfListener'),
      ...without(before.policies, after.policies).map(() => 'DeleteLoadBalancerPolicy'),
    ],
    implies: ({ listeners, policies: known }) => ({
      tlsPolicies: Object.entries(listeners).map(([port, { policies, ...spoken }]): TlsPolicy => {
        const name = policies.find((one) => one in known) ?? '';
        return { port: Number(port), policy: known[name] ?? name, ...spoken };
      }),
    }),
    async put(client, lb, { listeners, policies }) {
      const elb = await client.service('elb', lb.region);
      const LoadBalancerName = lb.name;
      const there = Object.fromEntries(
        (await negotiationPolicies(elb, LoadBalancerName)).map(
          (policy) => [policy.PolicyName ?? '', referenceOf(policy)] as const,
        ),
      );
      for (const PolicyName of without(policies, there))
        await elb.createLoadBalancerPolicy({
          LoadBalancerName,
          PolicyName,
          PolicyTypeName: 'SSLNegotiationPolicyType',
          PolicyAttributes: [
            {
              AttributeName: 'Reference-Security-Policy',
              AttributeValue: present(policies[PolicyName], `what the policy ${PolicyName} follows`),
            },
          ],
        });
      const { LoadBalancerDescriptions } = await elb.describeLoadBalancers({
        LoadBalancerNames: [LoadBalancerName],
      });
      const [now] = listOf(LoadBalancerDescriptions, 'DescribeLoadBalancers');
      for (const { Listener, PolicyNames } of listOf(now?.ListenerDescriptions, 'DescribeLoadBalancers')) {
        const wanted = listeners[`${Listener?.LoadBalancerPort}`]?.policies;
        if (wanted === undefined || sameNames(wanted, PolicyNames ?? [])) continue;
        await elb.setLoadBalancerPoliciesOfListener({
          LoadBalancerName,
          LoadBalancerPort: Listener?.LoadBalancerPort,
          PolicyNames: [...wanted],
        });
      }
      if (ownName in there && !(ownName in policies))
        await elb.deleteLoadBalancerPolicy({ LoadBalancerName, PolicyName: ownName });
    },
  },
);
