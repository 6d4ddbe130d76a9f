import { fromCall, itemsOf, present } from '../collect.ts';
import { strangersBy } from '../policy-open-to.ts';
import { textOf } from './function-policy.ts';
import type { LambdaFunction } from './function-subject.ts';

/** What the policy of each alias allows to strangers; `null`: nothing. The function's own policy says nothing of it. */
export const aliasesOpenTo = fromCall(
  ['lambda:ListAliases', 'lambda:GetPolicy'],
  async (
    reader,
    { id, name, region }: LambdaFunction,
  ): Promise<{ readonly [alias: string]: string | null }> => {
    const lambda = await reader.service('lambda', region);
    const open: Record<string, string | null> = {};
    const pages = lambda.paginateListAliases({ FunctionName: name, MaxItems: 50 });
    for await (const told of itemsOf(pages, (page) => page.Aliases, 'ListAliases')) {
      const alias = present(told.Name, 'the alias');
      open[alias] = strangersBy(reader, 'lambda', `${id}:${alias}`, await textOf(lambda, name, alias));
    }
    return open;
  },
);
