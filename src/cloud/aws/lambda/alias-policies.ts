import { fromFacts, itemsOf, present } from '../collect.ts';
import { textOf } from './function-policy.ts';
import type { LambdaFunction } from './function-subject.ts';
import { functionOpenTo } from './open-to.ts';

/** What the policy of each alias allows to strangers; `null`: nothing. The function's own policy says nothing of it. */
export const aliasesOpenTo = fromFacts(
  ['urls'],
  async (
    { urls },
    { id, name, region }: LambdaFunction,
    reader,
  ): Promise<{ readonly [alias: string]: string | null }> => {
    const lambda = await reader.service('lambda', region);
    const open: Record<string, string | null> = {};
    const pages = lambda.paginateListAliases({ FunctionName: name, MaxItems: 50 });
    for await (const told of itemsOf(pages, (page) => page.Aliases, 'ListAliases')) {
      const alias = present(told.Name, 'the alias');
      const policy = await textOf(lambda, name, alias);
      open[alias] = functionOpenTo(reader, `${id}:${alias}`, policy, { urls, alias });
    }
    return open;
  },
  ['lambda:ListAliases', 'lambda:GetPolicy'],
);
