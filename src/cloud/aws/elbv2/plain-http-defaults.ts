import { isDeepStrictEqual } from 'node:util';
import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Json } from '../../../domain/catalog.ts';
import { fromFacts, knownValue, listOf, present, settable } from '../collect.ts';
import { doesOf, type Listener, type PlainHttp } from './listeners.ts';
import type { LoadBalancer } from './load-balancer.ts';

type PlainHttpDefaults = {
  /** Target groups to which the HTTPS listener on port 443 forwards by default; `null`: there is no such listener. */
  readonly https: readonly string[] | null;
  /** By the port of each listener that speaks HTTP without TLS. */
  readonly http: {
    readonly [port: string]: {
      /** What the rules beside the default do, in order. */
      readonly rules: readonly string[];
      /** What becomes of all else, as ELB tells it. */
      readonly actions: readonly Json[];
    };
  };
};

/** As ELB tells it; the order of one action alone says nothing. */
function plainly(actions: readonly Action[]): readonly Json[] {
  const told: readonly Record<string, Json>[] = JSON.parse(JSON.stringify(actions));
  const [first] = told;
  if (first === undefined || told.length > 1) return told;
  const { Order: _, ...alone } = first;
  return [alone];
}

const actionsOf = (told: readonly Json[]): Action[] => JSON.parse(JSON.stringify(told));

const targetsOf = (actions: readonly Action[]): readonly string[] => {
  const { TargetGroupArn, ForwardConfig } = actions.at(-1) ?? {};
  const weighed = (ForwardConfig?.TargetGroups ?? []).flatMap((group) => group.TargetGroupArn ?? []);
  return [...new Set([...(TargetGroupArn ? [TargetGroupArn] : []), ...weighed])].sort();
};

/** What the listeners without TLS do by default, and whether HTTPS is spoken beside them. */
export const plainHttpDefaults = settable(
  fromFacts(['listeners', 'plainHttpActions'], (needs, _lb: LoadBalancer): PlainHttpDefaults => {
    const listeners = knownValue<readonly Listener[]>(needs['listeners']);
    const plain = knownValue<readonly PlainHttp[]>(needs['plainHttpActions']);
    const tls = listeners.find(({ protocol, port }) => protocol === 'HTTPS' && port === 443);
    const http = listeners
      .filter(({ protocol }) => protocol === 'HTTP')
      .map(({ port, actions }) => {
        const { does } = present(
          plain.find((told) => told.port === port),
          `the rules of port ${port}`,
        );
        return [`${port}`, { rules: does.slice(0, -1), actions: plainly(actions ?? []) }] as const;
      });
    return { https: tls ? targetsOf(tls.actions ?? []) : null, http: Object.fromEntries(http) };
  }),
  {
    permissions: ['elasticloadbalancing:ModifyListener', 'elasticloadbalancing:DescribeListeners'],
    resources: ({ id }) => [id, `${id.replace(':loadbalancer/', ':listener/')}/*`],
    calls: ({ before, after }) =>
      Object.entries(after.http)
        .filter(([port, { actions }]) => !isDeepStrictEqual(actions, before.http[port]?.actions))
        .map(() => 'ModifyListener'),
    // Which targets HTTPS serves is not set from here, and changes with each blue/green deployment.
    same: (a, b) => isDeepStrictEqual(a.http, b.http),
    implies: ({ http }) => ({
      plainHttpActions: Object.entries(http).map(([port, { rules, actions }]) => ({
        port: Number(port),
        does: [...rules, doesOf(actionsOf(actions))],
      })),
    }),
    async put(client, { id, region }, { http }) {
      const elb = await client.service('elbV2', region);
      const { Listeners } = await elb.describeListeners({ LoadBalancerArn: id });
      for (const { ListenerArn, Port, DefaultActions = [] } of listOf(Listeners, 'DescribeListeners')) {
        const wanted = http[`${Port}`]?.actions;
        if (wanted === undefined || isDeepStrictEqual(wanted, plainly(DefaultActions))) continue;
        await elb.modifyListener({ ListenerArn, DefaultActions: actionsOf(wanted) });
      }
    },
  },
);
