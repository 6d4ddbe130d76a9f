import type { ListenerDescription } from '@aws-sdk/client-elastic-load-balancing';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { accessLog, attributes, crossZone } from './attributes.ts';
import { listenerPolicies } from './listener-policies.ts';
import { tlsPolicies } from './tls-policies.ts';

export interface Listener {
  readonly port: number;
  /** HTTP, HTTPS, TCP or SSL. */
  readonly protocol: string;
  readonly certificate: string | null;
  readonly policies: readonly string[];
}

export interface ClassicLoadBalancer extends Subject {
  readonly name: string;
  readonly listeners: readonly Listener[];
  readonly zones: readonly string[];
}

const listenerOf = ({ Listener: told, PolicyNames }: ListenerDescription): Listener => ({
  port: present(told?.LoadBalancerPort, 'LoadBalancerPort'),
  protocol: present(told?.Protocol, 'Protocol').toUpperCase(),
  certificate: told?.SSLCertificateId || null,
  policies: PolicyNames ?? [],
});

async function* list(reader: AwsReader, region: string): AsyncIterable<ClassicLoadBalancer> {
  const { partition, id: account } = reader.identity;
  const pages = (await reader.service('elb', region)).paginateDescribeLoadBalancers({ PageSize: 400 });
  for await (const told of itemsOf(pages, (page) => page.LoadBalancerDescriptions, 'DescribeLoadBalancers')) {
    const name = present(told.LoadBalancerName, 'LoadBalancerName');
    yield {
      id: `arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${name}`,
      region,
      name,
      listeners: listOf(told.ListenerDescriptions, 'DescribeLoadBalancers').map(listenerOf),
      zones: listOf(told.AvailabilityZones, 'DescribeLoadBalancers'),
    };
  }
}

export const classicLoadBalancer = {
  title: 'Classic load balancer',
  scope: 'regional',
  permissions: ['elasticloadbalancing:DescribeLoadBalancers'],
  pattern: ({ id, partition }, region) =>
    `arn:${partition}:elasticloadbalancing:${region}:${id}:loadbalancer/*`,
  list,
  facts: {
    listeners: fromListing((lb: ClassicLoadBalancer) => lb.listeners),
    zones: fromListing((lb: ClassicLoadBalancer) => lb.zones),
    attributes,
    accessLog,
    crossZone,
    tlsPolicies,
    listenerPolicies,
  },
} as const satisfies ResourceKind<ClassicLoadBalancer>;
