import { attestationOf, parsePolicy } from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, itemsOf, knownValue, listOf, present } from '../collect.ts';

/** What the key policy asks of enclaves; `null`: it speaks of none. */
export const enclave = fromFacts(['policy'], (needs, _key: Subject) => {
  const text = knownValue<string | null>(needs['policy']);
  const told = text === null ? null : attestationOf(parsePolicy(text));
  if (told === 'unknown') throw new CloudError('unsupported', 'the key policy was not understood');
  return told;
});

/** Operations of a grant that use the key as `enclaveActions` do; a grant cannot ask for an enclave. */
const usedBy: Readonly<Record<string, string>> = {
  Decrypt: 'kms:Decrypt',
  ReEncryptFrom: 'kms:ReEncryptFrom',
  GenerateDataKey: 'kms:GenerateDataKey',
  GenerateDataKeyPair: 'kms:GenerateDataKeyPair',
  DeriveSharedSecret: 'kms:DeriveSharedSecret',
};

/** Who may use an enclave's key by a grant, and for what; asked of such keys alone. */
export const enclaveGrants = fromFacts(
  ['enclave'],
  async (needs, key: Subject, reader): Promise<readonly string[]> => {
    const asks = knownValue<{ readonly guarded: readonly string[] } | null>(needs['enclave']);
    if (asks === null) return [];
    const kms = await reader.service('kms', key.region);
    const pages = kms.paginateListGrants({ KeyId: key.id, Limit: 100 });
    const found: string[] = [];
    for await (const { GranteePrincipal, Operations } of itemsOf(
      pages,
      (page) => page.Grants,
      'ListGrants',
    )) {
      const open = listOf(Operations, 'ListGrants').filter((one) => {
        const action = usedBy[one];
        return action !== undefined && !asks.guarded.includes(action);
      });
      if (open.length > 0) found.push(`${open.join(', ')} to ${present(GranteePrincipal, 'the grantee')}`);
    }
    return found;
  },
  ['kms:ListGrants'],
);
