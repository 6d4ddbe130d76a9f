import { fromListing, present, settable } from '../collect.ts';
import type { Instance } from './instances.ts';

/** Metrics every minute instead of every five; what is on its way counts as there. */
export const detailedMonitoring = settable(
  fromListing(({ monitoring }: Instance): boolean =>
    ['enabled', 'pending'].includes(present(monitoring, 'Monitoring')),
  ),
  {
    permissions: ['ec2:MonitorInstances', 'ec2:UnmonitorInstances'],
    calls: ({ after }) => [after ? 'MonitorInstances' : 'UnmonitorInstances'],
    async put(client, { region, instanceId }, value) {
      const ec2 = await client.service('ec2', region);
      const which = { InstanceIds: [instanceId] };
      await (value ? ec2.monitorInstances(which) : ec2.unmonitorInstances(which));
    },
  },
);
