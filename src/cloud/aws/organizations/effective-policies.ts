import type { EffectivePolicyType } from '@aws-sdk/client-organizations';
import { CloudError } from '../../../domain/errors.ts';
import { codeOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { notInUse } from './organization.ts';

/** What the organization's policies of one type come to for this account; any member may ask. */
export type Effective =
  | { readonly organization: false }
  | { readonly organization: true; readonly policy: Written | null };
type Written = { readonly [name: string]: unknown };

const isWritten = (value: unknown): value is Written =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** `policy` is `null` where none of that type holds. */
export async function effectivePolicy(
  reader: AwsReader,
  PolicyType: EffectivePolicyType,
): Promise<Effective> {
  const client = await reader.service('organizations', 'us-east-1');
  try {
    const { EffectivePolicy } = await client.describeEffectivePolicy({ PolicyType });
    const text = present(EffectivePolicy?.PolicyContent, 'the effective policy');
    return { organization: true, policy: written(text) };
  } catch (error) {
    if (codeOf(error) === notInUse) return { organization: false };
    if (codeOf(error) === 'EffectivePolicyNotFoundException') return { organization: true, policy: null };
    throw error;
  }
}

function written(text: string): Written {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    policy = undefined;
  }
  return inner(policy, 'the effective policy');
}

function inner(value: unknown, what: string): Written {
  if (!isWritten(value)) throw new CloudError('unsupported', `${what} was not understood`);
  return value;
}

/** What AWS's AI services may do with the content they are given. */
export interface AiOptOut {
  /** Services without a choice of their own, those yet to come among them. */
  readonly byDefault: 'optOut' | 'optIn' | null;
  readonly optedIn: readonly string[];
}

export function aiOptOutFrom({ services }: Written): AiOptOut {
  const told = Object.entries(inner(services, 'the opt-out policy')).map(
    ([name, of]) => [name, inner(of, 'the opt-out policy')['opt_out_policy']] as const,
  );
  if (told.some(([, choice]) => choice !== 'optOut' && choice !== 'optIn'))
    throw new CloudError('unsupported', 'the opt-out policy was not understood');
  return {
    byDefault: (told.find(([name]) => name === 'default')?.[1] as 'optOut' | 'optIn' | undefined) ?? null,
    optedIn: told.flatMap(([name, choice]) => (name !== 'default' && choice === 'optIn' ? [name] : [])),
  };
}

/** The tag keys for which the policy has rules. */
export const tagKeysFrom = ({ tags }: Written): readonly string[] =>
  Object.entries(inner(tags ?? {}, 'the tag policy')).map(([name, of]) => {
    const key = inner(of, 'the tag policy')['tag_key'];
    return typeof key === 'string' ? key : name;
  });
