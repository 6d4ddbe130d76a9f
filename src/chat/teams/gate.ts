import { type Incoming, tenantOf } from './activity.ts';
import { isLoopback, type TeamsSettings, usualServiceHosts } from './settings.ts';

/** Answers go to the address that a request names, with our credentials: only Microsoft's hosts may be named. */
function fitServiceUrl(serviceUrl: string, hosts: readonly string[], demo: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (demo) return isLoopback(hostname);
  if (!hosts.includes(hostname)) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/**
 * Why a request is not let in, before its token is looked at; null if nothing speaks against it. The token says nothing
 * of the tenant, and the framework takes another road for other channels than Teams.
 */
export function refusedAtTheGate(
  activity: Incoming,
  settings: Pick<TeamsSettings, 'tenants' | 'serviceHosts' | 'demo'>,
): string | null {
  const { tenants, serviceHosts = usualServiceHosts, demo = false } = settings;
  if (activity.channelId !== 'msteams') return 'the channel is not Teams';
  if (!fitServiceUrl(activity.serviceUrl, serviceHosts, demo)) return 'the service URL is not one of Teams';
  const tenant = tenantOf(activity);
  if ((tenants.length > 0 || !demo) && !tenants.includes(tenant)) return 'the tenant is not ours';
  return null;
}
