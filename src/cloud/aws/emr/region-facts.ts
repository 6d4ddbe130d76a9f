import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, fromCall, present, settable } from '../collect.ts';
import { clusterPermissions, runningClusters } from './clusters.ts';

/** Raw, so that it can be put back. */
type Block = {
  readonly on: boolean;
  /** Ports that security groups may open to everyone all the same. */
  readonly permitted: readonly { readonly from: number; readonly to: number }[];
};

/** Whether EMR refuses to start a cluster whose security groups let everyone in. */
const emrPublicAccessBlock = settable(
  fromCall(
    ['elasticmapreduce:GetBlockPublicAccessConfiguration'],
    async (reader, { region }: Subject): Promise<Block> => {
      const emr = await reader.service('emr', region);
      const { BlockPublicAccessConfiguration } = await emr.getBlockPublicAccessConfiguration({});
      const told = present(BlockPublicAccessConfiguration, 'BlockPublicAccessConfiguration');
      return {
        on: present(told.BlockPublicSecurityGroupRules, 'BlockPublicSecurityGroupRules'),
        permitted: (told.PermittedPublicSecurityGroupRuleRanges ?? []).map(({ MinRange, MaxRange }) => {
          const from = present(MinRange, 'MinRange');
          return { from, to: MaxRange ?? from };
        }),
      };
    },
  ),
  {
    permissions: ['elasticmapreduce:PutBlockPublicAccessConfiguration'],
    // It is set for the region, which has no ARN at AWS.
    resources: () => ['*'],
    calls: () => ['PutBlockPublicAccessConfiguration'],
    async put(client, { region }, { on, permitted }) {
      const emr = await client.service('emr', region);
      await emr.putBlockPublicAccessConfiguration({
        BlockPublicAccessConfiguration: {
          BlockPublicSecurityGroupRules: on,
          PermittedPublicSecurityGroupRuleRanges: permitted.map(({ from, to }) => ({
            MinRange: from,
            MaxRange: to,
          })),
        },
      });
    },
  },
);

/** How many clusters run. */
const emrClusters = fromAccount(
  clusterPermissions,
  async (reader, { region }: Subject): Promise<number> => (await runningClusters(reader, region)).length,
);

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const emrRegionFacts = { emrPublicAccessBlock, emrClusters } as const;
