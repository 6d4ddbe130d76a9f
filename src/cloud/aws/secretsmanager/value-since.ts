import { fromCall, itemsOf, present } from '../collect.ts';
import type { Secret } from './secret-subject.ts';

/**
 * Since when the secret holds its present value; `null`: it holds none yet. The listing's date of change moves with every
 * tag and description, so it would make old values young.
 */
export const valueSince = fromCall(
  ['secretsmanager:ListSecretVersionIds'],
  async (reader, { id: SecretId, region }: Secret): Promise<string | null> => {
    const secrets = await reader.service('secretsManager', region);
    const pages = secrets.paginateListSecretVersionIds({ SecretId, MaxResults: 100 });
    for await (const told of itemsOf(pages, (page) => page.Versions, 'ListSecretVersionIds'))
      if (told.VersionStages?.includes('AWSCURRENT'))
        return present(told.CreatedDate, 'CreatedDate').toISOString();
    return null;
  },
);
