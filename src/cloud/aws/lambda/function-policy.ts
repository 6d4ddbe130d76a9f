import { CloudError } from '../../../domain/errors.ts';
import { fromCall, orNone, present, settable } from '../collect.ts';
import { samePolicy } from '../same-policy.ts';
import type { ServiceClient } from '../services.ts';
import type { LambdaFunction } from './function-subject.ts';
import { asPermission, type Statement } from './permission.ts';

/** `Qualifier`: of that alias; without one, of the function itself. */
export const textOf = async (
  lambda: ServiceClient<'lambda'>,
  FunctionName: string,
  Qualifier?: string,
): Promise<string | null> => {
  const ask = { FunctionName, ...(Qualifier !== undefined && { Qualifier }) };
  const told = await orNone(lambda.getPolicy(ask), 'ResourceNotFoundException');
  return told && present(told.Policy, 'the policy');
};

/** The policy of the function itself; `null`: none. Versions and aliases have policies of their own. */
export const policy = settable(
  fromCall(
    ['lambda:GetPolicy'],
    async (reader, { name, region }: LambdaFunction): Promise<string | null> =>
      textOf(await reader.service('lambda', region), name),
  ),
  {
    permissions: ['lambda:GetPolicy', 'lambda:RemovePermission', 'lambda:AddPermission'],
    calls: ({ before, after }) => [
      ...missing(before, after).map(() => 'RemovePermission'),
      ...missing(after, before).map(() => 'AddPermission'),
    ],
    same: (a, b) => samePolicy(inOrder(a), inOrder(b)),
    async put(client, { id, name: FunctionName, region }, wanted) {
      const lambda = await client.service('lambda', region);
      const now = await textOf(lambda, FunctionName);
      const goes = missing(now, wanted).map(({ Sid }) => Sid);
      const comes = missing(wanted, now).map((statement) => asPermission(statement, id));
      // Nothing is changed unless all of it can be.
      if (goes.includes(undefined) || comes.includes(null))
        throw new CloudError('unsupported', 'Lambda has no call that writes a statement like this one');
      for (const StatementId of goes) await lambda.removePermission({ FunctionName, StatementId });
      for (const input of comes) if (input) await lambda.addPermission({ FunctionName, ...input });
    },
  },
);

export function statementsOf(text: string | null): readonly Statement[] {
  if (text === null) return [];
  try {
    return [JSON.parse(text).Statement ?? []].flat();
  } catch {
    throw new CloudError('unsupported', 'the policy of the function is not JSON');
  }
}

const asPolicy = (statement: Statement): string => JSON.stringify({ Statement: statement });

/** Statements of the one that the other has not. */
const missing = (of: string | null, inThe: string | null): readonly Statement[] => {
  const others = statementsOf(inThe).map(asPolicy);
  return statementsOf(of).filter((one) => !others.some((other) => samePolicy(asPolicy(one), other)));
};

/** What is added comes last, which says nothing. */
function inOrder(text: string | null): string | null {
  if (text === null) return null;
  const Statement = statementsOf(text).toSorted((a, b) => ((a.Sid ?? '') < (b.Sid ?? '') ? -1 : 1));
  return JSON.stringify({ ...JSON.parse(text), Statement });
}
