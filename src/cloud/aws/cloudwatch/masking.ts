import type { Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue, listOf } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

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
 * The data identifiers that are masked in the log group, by its own policy or the account's; `null`: not asked, as of a
 * group without any tag, which no rule says holds PHI.
 */
export const masked = fromFacts(
  ['tags'],
  async ({ tags }, group: Subject, reader): Promise<readonly string[] | null> => {
    if (Object.keys(knownValue<Tags>(tags)).length === 0) return null;
    const logs = await reader.service('logs', group.region);
    const { policyDocument, logGroupIdentifier } = await logs.getDataProtectionPolicy({
      logGroupIdentifier: group.id,
    });
    if (logGroupIdentifier === undefined && policyDocument === undefined)
      throw new CloudError('failed', 'GetDataProtectionPolicy answered with nothing');
    const own = policyDocument ? maskedBy(policyDocument) : [];
    return [...new Set([...own, ...(await maskedEverywhere(reader, group.region))])].sort();
  },
  ['logs:GetDataProtectionPolicy', 'logs:DescribeAccountPolicies'],
);
