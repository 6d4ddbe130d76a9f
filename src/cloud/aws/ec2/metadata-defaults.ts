import type {
  DefaultInstanceMetadataEndpointState,
  DefaultInstanceMetadataTagsState,
  MetadataDefaultHttpTokensState,
} from '@aws-sdk/client-ec2';
import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, present, settable } from '../collect.ts';

/** What new instances get where their launch says nothing; null: no preference, so the image decides. */
type MetadataDefaults = {
  readonly httpTokens: string | null;
  readonly httpEndpoint: string | null;
  readonly hopLimit: number | null;
  readonly tags: string | null;
  /** `account`, or `declarative-policy`: then the organisation alone can change it. */
  readonly managedBy: string;
};

const none = 'no-preference';
const preferred = (value: string | undefined): string | null => (value && value !== none ? value : null);

export const metadataDefaults = settable(
  fromAccount(
    ['ec2:GetInstanceMetadataDefaults'],
    async (reader, { region }: Subject): Promise<MetadataDefaults> => {
      const ec2 = await reader.service('ec2', region);
      const told = present((await ec2.getInstanceMetadataDefaults({})).AccountLevel, 'AccountLevel');
      const { HttpPutResponseHopLimit: hops = -1 } = told;
      return {
        httpTokens: preferred(told.HttpTokens),
        httpEndpoint: preferred(told.HttpEndpoint),
        hopLimit: hops > 0 ? hops : null,
        tags: preferred(told.InstanceMetadataTags),
        managedBy: told.ManagedBy ?? 'account',
      };
    },
  ),
  {
    permissions: ['ec2:ModifyInstanceMetadataDefaults'],
    calls: () => ['ModifyInstanceMetadataDefaults'],
    resources: () => ['*'],
    async put(client, { region }, { httpTokens, httpEndpoint, hopLimit, tags }) {
      const ec2 = await client.service('ec2', region);
      await ec2.modifyInstanceMetadataDefaults({
        HttpTokens: (httpTokens ?? none) as MetadataDefaultHttpTokensState,
        HttpEndpoint: (httpEndpoint ?? none) as DefaultInstanceMetadataEndpointState,
        HttpPutResponseHopLimit: hopLimit ?? -1,
        InstanceMetadataTags: (tags ?? none) as DefaultInstanceMetadataTagsState,
      });
    },
  },
);
