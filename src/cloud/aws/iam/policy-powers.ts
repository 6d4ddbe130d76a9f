import {
  anyKeyActions,
  escalations,
  grantsEverything,
  parsePolicy,
  serviceWildcards,
  subscribesFreely,
} from '../../../access/index.ts';
import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromListing } from '../collect.ts';
import { textOf } from './role-trust.ts';

export interface Grants {
  /** Every action on every resource. */
  readonly everything: boolean;
  /** Services of which it grants every action on every resource. */
  readonly services: readonly string[];
}

/** A policy as its listing tells it. */
interface Written extends Subject {
  /** As IAM stores it, percent-encoded. */
  readonly document: string;
}

const policyOf = ({ document }: Written) => parsePolicy(textOf(document));
const homeOf = ({ id }: Subject) => ({
  partition: id.split(':')[1] ?? '',
  accountId: id.split(':')[4] ?? '',
});

function understood<V>(value: V | 'unknown'): V {
  if (value === 'unknown') throw new CloudError('unsupported', 'the policy was not understood');
  return value as V;
}

/** What a policy lets its holders do, by its own text. */
export const policyPowers = {
  grants: fromListing((policy: Written): Grants => {
    const document = policyOf(policy);
    return {
      everything: understood(grantsEverything(document)),
      services: understood(serviceWildcards(document)),
    };
  }),
  /** Actions that open what a key seals and are allowed with every key of the account. */
  anyKeyActions: fromListing((policy: Written): readonly string[] =>
    understood(anyKeyActions(policyOf(policy), homeOf(policy))),
  ),
  subscribesFreely: fromListing((policy: Written): boolean =>
    understood(subscribesFreely(policyOf(policy), homeOf(policy))),
  ),
  /** Known ways to all rights that the policy opens, each by its actions. */
  escalations: fromListing((policy: Written): readonly string[] =>
    understood(escalations(policyOf(policy), homeOf(policy))),
  ),
} as const;
