import { fromCall, itemsOf, present, settable } from '../collect.ts';
import type { ServiceClient } from '../services.ts';
import type { LambdaFunction } from './function-subject.ts';

/** A web address of the function, and who is let in by it. */
export type FunctionUrl = {
  /** `null`: of the function itself. */
  readonly alias: string | null;
  /** `NONE`: callers need not say who they are. */
  readonly auth: string;
};

async function urlsOf(
  lambda: ServiceClient<'lambda'>,
  { id, name: FunctionName }: LambdaFunction,
): Promise<readonly FunctionUrl[]> {
  const urls: FunctionUrl[] = [];
  const pages = lambda.paginateListFunctionUrlConfigs({ FunctionName, MaxItems: 50 });
  for await (const told of itemsOf(pages, (page) => page.FunctionUrlConfigs, 'ListFunctionUrlConfigs')) {
    const arn = present(told.FunctionArn, 'the function ARN');
    urls.push({
      alias: arn === id ? null : (arn.split(':')[7] ?? null),
      auth: present(told.AuthType, 'AuthType'),
    });
  }
  return urls.sort((a, b) => ((a.alias ?? '') < (b.alias ?? '') ? -1 : 1));
}

export const urls = settable(
  fromCall(['lambda:ListFunctionUrlConfigs'], async (reader, fn: LambdaFunction) =>
    urlsOf(await reader.service('lambda', fn.region), fn),
  ),
  {
    permissions: ['lambda:ListFunctionUrlConfigs', 'lambda:UpdateFunctionUrlConfig'],
    // An alias has a web address, and an ARN, of its own.
    resources: ({ id }) => [id, `${id}:*`],
    calls: ({ before, after }) => changed(before, after).map(() => 'UpdateFunctionUrlConfig'),
    async put(client, fn, wanted) {
      const lambda = await client.service('lambda', fn.region);
      for (const { alias, auth } of changed(await urlsOf(lambda, fn), wanted))
        await lambda.updateFunctionUrlConfig({
          FunctionName: fn.name,
          ...(alias !== null && { Qualifier: alias }),
          AuthType: auth === 'NONE' ? 'NONE' : 'AWS_IAM',
        });
    },
  },
);

const changed = (before: readonly FunctionUrl[], after: readonly FunctionUrl[]): readonly FunctionUrl[] =>
  after.filter(({ alias, auth }) => before.some((old) => old.alias === alias && old.auth !== auth));
