import type { Account } from '../../../domain/provider.ts';
import { Clients } from '../clients.ts';
import { credentialsFor } from '../credentials.ts';
import { type AwsSettings, homeOf, identify } from '../session.ts';
import { type Members, membersOf, type OrganizationSettings } from './members.ts';

/** Asks the organization for its accounts, with the credentials of whoever may list them. Throws what it was refused. */
export async function discover(
  settings: AwsSettings,
  organization: OrganizationSettings,
  signal: AbortSignal,
): Promise<Members> {
  const { profile, listRole: role, listExternalId: externalId } = organization;
  const lister: Account = {
    name: 'the organization',
    ...(profile === undefined ? {} : { profile }),
    ...(role === undefined ? {} : { role }),
    ...(externalId === undefined ? {} : { externalId }),
  };
  const region = homeOf(settings, lister);
  const clients = new Clients({
    credentials: credentialsFor(lister, {
      region,
      sessionName: 'hipaa-discover',
      timeoutMs: settings.timeoutMs,
    }),
    concurrency: settings.concurrency,
    timeoutMs: settings.timeoutMs,
    maxAttempts: settings.maxAttempts,
    signal,
    region,
    counted: () => {},
  });
  try {
    const { partition } = await identify(clients, lister, region);
    return await membersOf(await clients.service('organizations', region), organization, partition);
  } finally {
    clients.close();
  }
}
