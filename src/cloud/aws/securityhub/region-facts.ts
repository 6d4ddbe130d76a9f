import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, orNone, present } from '../collect.ts';

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const securityHubRegionFacts = {
  /** Whether the account is subscribed here. An account that is not is answered InvalidAccessException, not AccessDenied. */
  securityHubOn: fromAccount(['securityhub:DescribeHub'], async (reader, { region }: Subject) => {
    const hub = await reader.service('securityHub', region);
    const told = await orNone(hub.describeHub({}), 'InvalidAccessException', 'ResourceNotFoundException');
    return told !== null && present(told.HubArn, 'the hub') !== '';
  }),
} as const;
