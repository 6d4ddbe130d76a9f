import type { LogType, TLSSecurityPolicy } from '@aws-sdk/client-opensearch';
import { fromListing, present, settable } from '../collect.ts';
import type { DomainSubject } from './domain.ts';

const update = {
  permissions: ['es:UpdateDomainConfig'],
  calls: () => ['UpdateDomainConfig'],
} as const;

type Endpoint = {
  readonly enforceHttps: boolean;
  readonly tlsPolicy: TLSSecurityPolicy;
};

/** How the domain's endpoint takes connections. Custom endpoints are left as they are: what is not named stays. */
export const endpoint = settable(
  fromListing(({ status }: DomainSubject): Endpoint => {
    const told = present(status.DomainEndpointOptions, 'DomainEndpointOptions');
    return {
      enforceHttps: present(told.EnforceHTTPS, 'EnforceHTTPS'),
      tlsPolicy: present(told.TLSSecurityPolicy, 'TLSSecurityPolicy'),
    };
  }),
  {
    ...update,
    async put(client, { name: DomainName, region }, { enforceHttps, tlsPolicy }) {
      const openSearch = await client.service('openSearch', region);
      const DomainEndpointOptions = { EnforceHTTPS: enforceHttps, TLSSecurityPolicy: tlsPolicy };
      await openSearch.updateDomainConfig({ DomainName, DomainEndpointOptions });
    },
  },
);

/** AWS turns it on and never off again: that is for `put` to refuse, and for the remedy to say. */
export const nodeToNodeEncryption = fromListing(({ status }: DomainSubject): boolean =>
  present(status.NodeToNodeEncryptionOptions?.Enabled, 'NodeToNodeEncryptionOptions'),
);

type Logs = Readonly<Partial<Record<LogType, { readonly enabled: boolean; readonly group: string }>>>;

/** Which logs go to which CloudWatch log group; one that was never set up is not there. */
export const logs = settable(
  fromListing(({ status }: DomainSubject): Logs => {
    const told = Object.entries(status.LogPublishingOptions ?? {}).sort();
    return Object.fromEntries(
      told.map(([log, { Enabled, CloudWatchLogsLogGroupArn: group }]) => [
        log,
        { enabled: Enabled === true, group: group ?? '' },
      ]),
    );
  }),
  {
    ...update,
    async put(client, { name: DomainName, region }, value) {
      const openSearch = await client.service('openSearch', region);
      const all = Object.entries(value).map(([log, { enabled, group }]) => [
        log,
        { Enabled: enabled, CloudWatchLogsLogGroupArn: group },
      ]);
      await openSearch.updateDomainConfig({ DomainName, LogPublishingOptions: Object.fromEntries(all) });
    },
  },
);
