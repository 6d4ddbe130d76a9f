import { S3_ACTIONS } from './actions.ts';
import { budgetOf, conclusive } from './budget.ts';
import { ANYONE } from './caller.ts';
import type { Carried } from './condition.ts';
import type { Malformed, PolicyDocument, Statement } from './document.ts';
import { grantsOf } from './evaluate.ts';
import { isMalformed } from './public-access.ts';

export interface Refusal {
  readonly refused: true | false | 'unknown';
  readonly because: string;
}

/** Over plain HTTP there is no TLS version to compare, so `NumericLessThan s3:TlsVersion` alone refuses nothing. */
const PLAIN: ReadonlyMap<string, readonly Carried[]> = new Map([
  ['aws:securetransport', [['false']]],
  ['s3:tlsversion', [undefined]],
]);

const ALLOWS_ALL: Statement = {
  name: 'everything',
  effect: 'Allow',
  principal: { not: false, entries: [{ kind: 'AWS', value: '*' }] },
  action: { not: false, patterns: ['*'] },
  resource: { not: false, patterns: ['*'] },
  conditions: [],
};

/**
 * Does the bucket's policy deny every S3 action, on the bucket and on its objects, to everyone who comes over plain HTTP? An
 * Allow for TLS only is not enough: identities of the account need no Allow here. AWS's own services may be excepted: they
 * do not come over plain HTTP.
 */
export function refusesPlainHttp(
  document: PolicyDocument | Malformed,
  bucket: string,
  accountId: string,
  budget = budgetOf(),
): Refusal {
  if (isMalformed(document))
    return { refused: 'unknown', because: `the policy was not understood: ${document.malformed}` };
  const denies = document.statements.filter(({ effect }) => effect === 'Deny');
  const grants = grantsOf(
    { ...document, statements: [ALLOWS_ALL, ...denies] },
    { service: 's3', resource: bucket },
    { accountId, given: PLAIN },
    budget,
  );
  const passes = (asking: 'certain' | 'possible') =>
    grants.map(({ lets }) => lets([ANYONE], S3_ACTIONS, asking)).find((found) => found !== undefined);
  const certain = passes('certain');
  if (certain) {
    const { name, on } = certain.action;
    return {
      refused: false,
      because: `no statement denies ${name} on the ${on} over plain HTTP to everyone`,
    };
  }
  if (passes('possible') || !conclusive(budget))
    return { refused: 'unknown', because: 'a Deny statement holds what we cannot judge' };
  return { refused: true, because: 'every S3 action over plain HTTP is denied to everyone' };
}
