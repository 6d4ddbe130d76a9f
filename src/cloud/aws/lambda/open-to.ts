import { openThrough, parsePolicy } from '../../../access/index.ts';
import type { Collected } from '../../../domain/collected.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromFacts, knownValue } from '../collect.ts';
import { strangersBy } from '../policy-open-to.ts';
import type { AwsReader } from '../reader.ts';
import { statementsOf } from './function-policy.ts';
import type { LambdaFunction } from './function-subject.ts';
import type { Statement } from './permission.ts';
import type { FunctionUrl } from './urls.ts';

/** Services that anybody can set to call a function of another account. */
const hands = ['s3.amazonaws.com', 'sns.amazonaws.com', 'apigateway.amazonaws.com'];

/** What a policy allows to strangers, by themselves or through a service; `null`: nothing. */
function openBy(reader: AwsReader, resource: string, policy: string): string | null {
  const open = strangersBy(reader, 'lambda', resource, policy);
  if (open !== null) return open;
  const context = { service: 'lambda', resource, accountId: reader.identity.id, now: new Date() };
  const through = openThrough(parsePolicy(policy), hands, context);
  if (through === 'unknown')
    throw new CloudError('unsupported', 'for whom a service may call it cannot be judged');
  if (through === null) return null;
  return `${through.statement} lets ${through.service} call it for any AWS account, as no condition holds it to one source or account`;
}

/** As Lambda writes what opens a web address: of no effect where no address is open, and left behind when one is closed. */
const isOfOpenUrl = ({ Condition }: Statement): boolean => {
  const { StringEquals, Bool } = (Condition ?? {}) as Readonly<Record<string, Record<string, unknown>>>;
  return (
    StringEquals?.['lambda:FunctionUrlAuthType'] === 'NONE' ||
    Bool?.['lambda:InvokedViaFunctionUrl'] === 'true'
  );
};

/** What the policy of a function or alias allows to strangers, its web addresses taken into account; `null`: nothing. */
export function functionOpenTo(
  reader: AwsReader,
  resource: string,
  policy: string | null,
  { urls, alias }: { readonly urls: Collected<any> | undefined; readonly alias: string | null },
): string | null {
  if (policy === null) return null;
  const open = openBy(reader, resource, policy);
  if (open === null) return null;
  const others = statementsOf(policy).filter((one) => !isOfOpenUrl(one));
  const besides = openBy(reader, resource, JSON.stringify({ ...JSON.parse(policy), Statement: others }));
  if (besides !== null) return besides;
  const isOpen = (url: FunctionUrl) => url.alias === alias && url.auth === 'NONE';
  return knownValue<readonly FunctionUrl[]>(urls).some(isOpen) ? open : null;
}

export const openTo = fromFacts(['policy', 'urls'], ({ policy, urls }, { id }: LambdaFunction, reader) =>
  functionOpenTo(reader, id, knownValue<string | null>(policy), { urls, alias: null }),
);
