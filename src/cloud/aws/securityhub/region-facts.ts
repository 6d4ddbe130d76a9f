import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, orNone, present, settable } from '../collect.ts';

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const securityHubRegionFacts = {
  /** Whether the account is subscribed here. An account that is not is answered InvalidAccessException, not AccessDenied. */
  securityHubOn: settable(
    fromAccount(['securityhub:DescribeHub'], async (reader, { region }: Subject): Promise<boolean> => {
      const hub = await reader.service('securityHub', region);
      const told = await orNone(hub.describeHub({}), 'InvalidAccessException', 'ResourceNotFoundException');
      return told !== null && present(told.HubArn, 'the hub') !== '';
    }),
    {
      permissions: ['securityhub:EnableSecurityHub', 'securityhub:DisableSecurityHub'],
      calls: ({ after }) => [after ? 'EnableSecurityHub' : 'DisableSecurityHub'],
      resources: () => ['*'],
      async put(client, { region }, on) {
        const hub = await client.service('securityHub', region);
        if (on) await hub.enableSecurityHub({ EnableDefaultStandards: true });
        else await hub.disableSecurityHub({});
      },
    },
  ),
} as const;
