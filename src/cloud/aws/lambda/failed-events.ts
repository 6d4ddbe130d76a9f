import { fromCall, orNone } from '../collect.ts';
import type { LambdaFunction } from './function-subject.ts';

/**
 * Where events go that an asynchronous call could not handle, besides the dead-letter queue: the destination on failure
 * of the function itself; `null`: nowhere. That of a version or alias counts for callers of that one alone.
 */
export const onFailure = fromCall(
  ['lambda:GetFunctionEventInvokeConfig'],
  async (reader, { name: FunctionName, region }: LambdaFunction): Promise<string | null> => {
    const lambda = await reader.service('lambda', region);
    const told = await orNone(
      lambda.getFunctionEventInvokeConfig({ FunctionName }),
      'ResourceNotFoundException',
    );
    return told?.DestinationConfig?.OnFailure?.Destination || null;
  },
);
