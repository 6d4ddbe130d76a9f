import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { Subject } from '../../../domain/catalog.ts';
import { present } from '../collect.ts';
import { secretVariables } from './secret-variables.ts';

/** What the listing tells of a function. */
export interface LambdaFunction extends Subject {
  readonly name: string;
  /** `null`: it runs in no network of the account's. */
  readonly vpcId: string | null;
  /** The queue or topic that takes the events it could not handle; `null`: none. */
  readonly deadLetterTarget: string | null;
  readonly environment: Environment;
}

export type Environment =
  | { readonly read: true; readonly secrets: readonly string[] }
  /** Lambda could not decrypt the variables for the caller, and says why. */
  | { readonly read: false; readonly because: string };

export const functionSubject = (told: FunctionConfiguration, region: string): LambdaFunction => ({
  id: present(told.FunctionArn, 'the function ARN'),
  region,
  name: present(told.FunctionName, 'the function name'),
  vpcId: told.VpcConfig?.VpcId || null,
  deadLetterTarget: told.DeadLetterConfig?.TargetArn || null,
  environment: environmentOf(told),
});

function environmentOf({ Environment: told }: FunctionConfiguration): Environment {
  if (told?.Error) return { read: false, because: told.Error.ErrorCode ?? 'no reason was given' };
  return { read: true, secrets: secretVariables(told?.Variables ?? {}) };
}
