import type { LogType, TLSSecurityPolicy } from '@aws-sdk/client-opensearch';
import { CloudError } from '../../../domain/errors.ts';
import { fromListing, present, settable } from '../collect.ts';
import type { DomainSubject } from './domain.ts';

const update = {
  permissions: ['es:UpdateDomainConfig'],
  calls: () => ['UpdateDomainConfig'],
} as const;

type Endpoint = {
  readonly enforceHttps: boolean;
  readonly tlsPolicy: TLSSecurityPolicy;
  /** A name of the customer's own; null: none. */
  readonly custom: { readonly name: string; readonly certificateArn: string | null } | null;
};

/** How the domain's endpoint takes connections. */
export const endpoint = settable(
  fromListing(({ status }: DomainSubject): Endpoint => {
    const told = present(status.DomainEndpointOptions, 'DomainEndpointOptions');
    return {
      enforceHttps: present(told.EnforceHTTPS, 'EnforceHTTPS'),
      tlsPolicy: present(told.TLSSecurityPolicy, 'TLSSecurityPolicy'),
      custom: told.CustomEndpointEnabled
        ? {
            name: present(told.CustomEndpoint, 'CustomEndpoint'),
            certificateArn: told.CustomEndpointCertificateArn ?? null,
          }
        : null,
    };
  }),
  {
    ...update,
    async put(client, { name: DomainName, region }, { enforceHttps, tlsPolicy, custom }) {
      const openSearch = await client.service('openSearch', region);
      await openSearch.updateDomainConfig({
        DomainName,
        DomainEndpointOptions: {
          EnforceHTTPS: enforceHttps,
          TLSSecurityPolicy: tlsPolicy,
          CustomEndpointEnabled: custom !== null,
          ...(custom && { CustomEndpoint: custom.name }),
          ...(custom?.certificateArn && { CustomEndpointCertificateArn: custom.certificateArn }),
        },
      });
    },
  },
);

/** OpenSearch turns these on and never off again. */
const forGood = (name: 'NodeToNodeEncryptionOptions' | 'EncryptionAtRestOptions') =>
  settable(
    fromListing(({ status }: DomainSubject): boolean => present(status[name]?.Enabled, name)),
    {
      ...update,
      async put(client, { name: DomainName, region }, on) {
        if (!on) throw new CloudError('unsupported', 'OpenSearch cannot turn this encryption off');
        const openSearch = await client.service('openSearch', region);
        await openSearch.updateDomainConfig({ DomainName, [name]: { Enabled: true } });
      },
    },
  );

export const nodeToNodeEncryption = forGood('NodeToNodeEncryptionOptions');
export const encryptedAtRest = forGood('EncryptionAtRestOptions');

/** The CloudWatch log group of each kind of log that is shipped. */
type Logs = { readonly [log: string]: string };

/** Which logs go to which CloudWatch log group; one that is not there is not shipped. */
export const logs = settable(
  fromListing(({ status }: DomainSubject): Logs => {
    const shipped = Object.entries(status.LogPublishingOptions ?? {}).filter(([, { Enabled }]) => Enabled);
    return Object.fromEntries(
      shipped
        .map(([log, told]) => [log, present(told.CloudWatchLogsLogGroupArn, 'the log group')] as const)
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  }),
  {
    permissions: ['es:DescribeDomain', 'es:UpdateDomainConfig'],
    calls: () => ['UpdateDomainConfig'],
    async put(client, { name: DomainName, region }, value) {
      const openSearch = await client.service('openSearch', region);
      const now = present((await openSearch.describeDomain({ DomainName })).DomainStatus, 'the domain');
      // What is not named stays as it is, so what is to stop is named and switched off.
      const stopped = Object.entries(now.LogPublishingOptions ?? {})
        .filter(([log]) => !(log in value))
        .map(([log, options]) => [log, { ...options, Enabled: false }] as const);
      const shipped = Object.entries(value).map(
        ([log, CloudWatchLogsLogGroupArn]) => [log, { CloudWatchLogsLogGroupArn, Enabled: true }] as const,
      );
      const LogPublishingOptions = Object.fromEntries([...stopped, ...shipped]) as Partial<
        Record<LogType, { CloudWatchLogsLogGroupArn?: string | undefined; Enabled: boolean }>
      >;
      await openSearch.updateDomainConfig({ DomainName, LogPublishingOptions });
    },
  },
);
