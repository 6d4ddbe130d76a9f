import type { Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue, listOf, settable } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { samePolicy } from '../same-policy.ts';

/** What a data protection policy says, as far as it matters here. */
interface Policy {
  readonly Statement?: readonly {
    readonly DataIdentifier?: readonly string[];
    readonly Operation?: { readonly Deidentify?: object };
  }[];
}

/** Names of the data identifiers that a policy masks: `NationalProviderId-US`. */
export function maskedBy(text: string): readonly string[] {
  let policy: Policy;
  try {
    policy = JSON.parse(text);
  } catch {
    throw new CloudError('unsupported', 'the data protection policy was not understood');
  }
  const masking = listOf(policy.Statement, 'the data protection policy').filter(
    ({ Operation }) => Operation?.Deidentify !== undefined,
  );
  const names = masking.flatMap(({ DataIdentifier = [] }) =>
    DataIdentifier.map((id) => id.split('/').at(-1) ?? id),
  );
  return [...new Set(names)].sort();
}

/** What the account's own policy masks in every log group of the region. */
const maskedEverywhere = (reader: AwsReader, region: string): Promise<readonly string[]> =>
  reader.remember(`logs:DescribeAccountPolicies:${region}`, async () => {
    const logs = await reader.service('logs', region);
    const { accountPolicies } = await logs.describeAccountPolicies({ policyType: 'DATA_PROTECTION_POLICY' });
    return listOf(accountPolicies, 'DescribeAccountPolicies').flatMap(({ policyDocument }) =>
      policyDocument ? maskedBy(policyDocument) : [],
    );
  });

/**
 * The log group's own data protection policy; `null`: none, or not asked, as of a group without any tag, which no rule
 * says holds PHI.
 */
export const dataProtectionPolicy = settable(
  fromFacts(
    ['tags'],
    async ({ tags }, group: Subject, reader): Promise<string | null> => {
      if (Object.keys(knownValue<Tags>(tags)).length === 0) return null;
      const logs = await reader.service('logs', group.region);
      const { policyDocument, logGroupIdentifier } = await logs.getDataProtectionPolicy({
        logGroupIdentifier: group.id,
      });
      if (logGroupIdentifier === undefined && policyDocument === undefined)
        throw new CloudError('failed', 'GetDataProtectionPolicy answered with nothing');
      return policyDocument || null;
    },
    ['logs:GetDataProtectionPolicy'],
  ),
  {
    permissions: ['logs:PutDataProtectionPolicy', 'logs:DeleteDataProtectionPolicy'],
    calls: ({ after }) => [after === null ? 'DeleteDataProtectionPolicy' : 'PutDataProtectionPolicy'],
    resources: ({ id }) => [id, `${id}:*`],
    same: samePolicy,
    async put(client, { id: logGroupIdentifier, region }, policyDocument) {
      const logs = await client.service('logs', region);
      if (policyDocument === null) await logs.deleteDataProtectionPolicy({ logGroupIdentifier });
      else await logs.putDataProtectionPolicy({ logGroupIdentifier, policyDocument });
    },
  },
);

/** The data identifiers that the account's own policy masks in the log group; `null`: not asked, likewise. */
export const maskedByAccount = fromFacts(
  ['tags'],
  ({ tags }, group: Subject, reader): Promise<readonly string[]> | null =>
    Object.keys(knownValue<Tags>(tags)).length === 0 ? null : maskedEverywhere(reader, group.region),
  ['logs:DescribeAccountPolicies'],
);

/** The data identifiers that are masked in the log group, by its own policy or the account's; `null`: not asked. */
export const masked = fromFacts(
  ['maskedByAccount', 'dataProtectionPolicy'],
  (needs, _group: Subject): readonly string[] | null => {
    const byAccount = knownValue<readonly string[] | null>(needs['maskedByAccount']);
    if (byAccount === null) return null;
    const own = knownValue<string | null>(needs['dataProtectionPolicy']);
    return [...new Set([...(own === null ? [] : maskedBy(own)), ...byAccount])].sort();
  },
);
