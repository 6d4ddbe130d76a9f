import { parsePolicy, publicAccess } from '../../access/index.ts';
import type { Subject } from '../../domain/catalog.ts';
import { CloudError } from '../../domain/errors.ts';
import { fromFacts, knownValue } from './collect.ts';
import type { AwsReader } from './reader.ts';

/** What a resource's own policy allows to strangers; `null`: nothing. Where that cannot be told it is unknown. */
export function strangersBy(
  reader: AwsReader,
  service: string,
  resource: string,
  policy: string | null,
): string | null {
  if (policy === null) return null;
  const context = { service, resource, accountId: reader.identity.id, now: new Date() };
  const { any } = publicAccess(parsePolicy(policy), context);
  if (any.public === 'unknown') throw new CloudError('unsupported', any.because);
  return any.public ? any.because : null;
}

/** The same as a fact, of a kind whose fact `policy` is the policy's text or null. */
export const policyOpenTo = (service: string) =>
  fromFacts(['policy'], (needs, { id }: Subject, reader) =>
    strangersBy(reader, service, id, knownValue<string | null>(needs['policy'])),
  );
