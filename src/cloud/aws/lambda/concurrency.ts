import { fromCall, settable } from '../collect.ts';
import type { LambdaFunction } from './function-subject.ts';

/** How many calls are handled at once at most, and are kept free for this function; `null`: no bound of its own. */
export const reservedConcurrency = settable(
  fromCall(
    ['lambda:GetFunctionConcurrency'],
    async (reader, { name: FunctionName, region }: LambdaFunction): Promise<number | null> => {
      const lambda = await reader.service('lambda', region);
      const told = await lambda.getFunctionConcurrency({ FunctionName });
      return told.ReservedConcurrentExecutions ?? null;
    },
  ),
  {
    permissions: ['lambda:PutFunctionConcurrency', 'lambda:DeleteFunctionConcurrency'],
    calls: ({ after }) => [after === null ? 'DeleteFunctionConcurrency' : 'PutFunctionConcurrency'],
    async put(client, { name: FunctionName, region }, atOnce) {
      const lambda = await client.service('lambda', region);
      if (atOnce === null) await lambda.deleteFunctionConcurrency({ FunctionName });
      else await lambda.putFunctionConcurrency({ FunctionName, ReservedConcurrentExecutions: atOnce });
    },
  },
);
