import type { Subject } from '../../../domain/catalog.ts';
import { fromAccount, present, settable } from '../collect.ts';

/** Whether every new volume of the region is encrypted, whatever its maker asks for. */
export const encryptionByDefault = settable(
  fromAccount(['ec2:GetEbsEncryptionByDefault'], async (reader, { region }: Subject): Promise<boolean> => {
    const ec2 = await reader.service('ec2', region);
    const { EbsEncryptionByDefault } = await ec2.getEbsEncryptionByDefault({});
    return present(EbsEncryptionByDefault, 'EbsEncryptionByDefault');
  }),
  {
    permissions: ['ec2:EnableEbsEncryptionByDefault', 'ec2:DisableEbsEncryptionByDefault'],
    calls: ({ after }) => [after ? 'EnableEbsEncryptionByDefault' : 'DisableEbsEncryptionByDefault'],
    resources: () => ['*'],
    async put(client, { region }, value) {
      const ec2 = await client.service('ec2', region);
      await (value ? ec2.enableEbsEncryptionByDefault({}) : ec2.disableEbsEncryptionByDefault({}));
    },
  },
);
