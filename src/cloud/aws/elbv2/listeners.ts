import type { Action, Listener as Told } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Subject } from '../../../domain/catalog.ts';
import { everyOf, fromCall, fromFacts, itemsOf, knownValue, listOf, present } from '../collect.ts';

export interface Listener {
  readonly arn: string;
  readonly port: number;
  /** HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, QUIC … */
  readonly protocol: string;
  readonly certificates: number;
  /** What becomes of a request that no rule is about. */
  readonly actions?: readonly Action[];
}

/**
 * `forward`, `redirect to HTTPS`, `fixed-response 404`. The last action decides what becomes of the request; those before it
 * only ask who it is.
 */
export function doesOf(actions: readonly Action[]): string {
  const last = present(actions.at(-1), 'the action of the rule');
  if (last.Type === 'redirect') return `redirect to ${last.RedirectConfig?.Protocol ?? '#{protocol}'}`;
  if (last.Type === 'fixed-response') return `fixed-response ${last.FixedResponseConfig?.StatusCode ?? ''}`;
  return present(last.Type, 'the type of the action');
}

const listenerOf = (told: Told): Listener => ({
  arn: present(told.ListenerArn, 'ListenerArn'),
  port: told.Port ?? 0,
  protocol: told.Protocol ?? '',
  certificates: told.Certificates?.length ?? 0,
  actions: told.DefaultActions ?? [],
});

export const listeners = fromCall(
  ['elasticloadbalancing:DescribeListeners'],
  async (reader, lb: Subject): Promise<readonly Listener[]> => {
    const elb = await reader.service('elbV2', lb.region);
    const pages = elb.paginateDescribeListeners({ LoadBalancerArn: lb.id, PageSize: 400 });
    return (await everyOf(itemsOf(pages, (page) => page.Listeners, 'DescribeListeners'))).map(listenerOf);
  },
);

/** A listener without TLS, and what its rules do, the default one last. */
export interface PlainHttp {
  readonly port: number;
  readonly does: readonly string[];
}

/** One call per listener that speaks HTTP without TLS; none where there is no such listener. */
export const plainHttpActions = fromFacts(
  ['listeners'],
  async (needs, lb: Subject, reader): Promise<readonly PlainHttp[]> => {
    const found: PlainHttp[] = [];
    for (const { arn, port, protocol } of knownValue<readonly Listener[]>(needs['listeners'])) {
      if (protocol !== 'HTTP') continue;
      const elb = await reader.service('elbV2', lb.region);
      const pages = elb.paginateDescribeRules({ ListenerArn: arn, PageSize: 400 });
      const rules = await everyOf(itemsOf(pages, (page) => page.Rules, 'DescribeRules'));
      found.push({ port, does: rules.map(({ Actions }) => doesOf(listOf(Actions, 'DescribeRules'))) });
    }
    return found;
  },
  ['elasticloadbalancing:DescribeRules'],
);
