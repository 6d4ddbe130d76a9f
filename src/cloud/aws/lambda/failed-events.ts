import { fromFacts, fromListing, knownValue, orNone } from '../collect.ts';
import type { LambdaFunction } from './function-subject.ts';

/** The queue or topic that takes the events of asynchronous calls that could not be handled; `null`: none. */
export const deadLetterTarget = fromListing((fn: LambdaFunction): string | null => fn.deadLetterTarget);

/**
 * Where such events go where there is no dead-letter queue: the destination on failure of the function itself; `null`:
 * nowhere. That of a version or alias counts for callers of that one alone.
 */
export const onFailure = fromFacts(
  ['deadLetterTarget'],
  async ({ deadLetterTarget }, fn: LambdaFunction, reader): Promise<string | null> => {
    if (knownValue<string | null>(deadLetterTarget) !== null) return null;
    const lambda = await reader.service('lambda', fn.region);
    const told = await orNone(
      lambda.getFunctionEventInvokeConfig({ FunctionName: fn.name }),
      'ResourceNotFoundException',
    );
    return told?.DestinationConfig?.OnFailure?.Destination || null;
  },
  ['lambda:GetFunctionEventInvokeConfig'],
);
