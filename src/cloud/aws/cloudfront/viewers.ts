import type { ViewerProtocolPolicy } from '@aws-sdk/client-cloudfront';
import { CloudError } from '../../../domain/errors.ts';
import { fromListing, present, settable } from '../collect.ts';
import type { Distribution, ViewerRule, ViewerTls } from './distribution-subject.ts';
import { updateConfig, updatePermissions } from './update-config.ts';

/** Whether viewers may come over plain HTTP, by path; the rule for all other paths comes first. */
export const viewers = settable(
  fromListing((distribution: Distribution): readonly ViewerRule[] =>
    present(distribution.viewers, 'the default behaviour'),
  ),
  {
    permissions: updatePermissions,
    calls: () => ['UpdateDistribution'],
    put: (client, distribution, rules) =>
      updateConfig(client, distribution, (config) => {
        const ruled = <B extends { ViewerProtocolPolicy: ViewerProtocolPolicy | undefined }>(
          behaviour: B,
          path: string | null,
        ): B => {
          const rule = rules.find((one) => one.path === path);
          if (!rule) throw new CloudError('failed', `there is a rule for ${path} that was not there before`);
          return { ...behaviour, ViewerProtocolPolicy: rule.policy as ViewerProtocolPolicy };
        };
        const { DefaultCacheBehavior: first, CacheBehaviors: others } = config;
        if (!first) throw new CloudError('failed', 'the default behaviour is missing from the answer');
        return {
          ...config,
          DefaultCacheBehavior: ruled(first, null),
          ...(others?.Items && {
            CacheBehaviors: {
              ...others,
              Items: others.Items.map((one) => ruled(one, one.PathPattern ?? null)),
            },
          }),
        };
      }),
  },
);

export const viewerTls = settable(
  fromListing((distribution: Distribution): ViewerTls => distribution.viewerTls),
  {
    permissions: updatePermissions,
    calls: () => ['UpdateDistribution'],
    put: (client, distribution, { minimum }) =>
      updateConfig(client, distribution, (config) => ({
        ...config,
        ViewerCertificate: {
          ...config.ViewerCertificate,
          MinimumProtocolVersion: minimum as never,
        },
      })),
  },
);
