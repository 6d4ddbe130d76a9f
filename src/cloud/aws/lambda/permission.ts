import type { AddPermissionCommandInput } from '@aws-sdk/client-lambda';

/** A statement of a function's policy, as Lambda writes it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/** Lambda keeps no policy as text: each statement is one permission, and these are the conditions that one can carry. */
const conditions: Readonly<Record<string, (value: string) => Partial<AddPermissionCommandInput>>> = {
  'arnlike aws:sourcearn': (SourceArn) => ({ SourceArn }),
  'stringequals aws:sourceaccount': (SourceAccount) => ({ SourceAccount }),
  'stringequals aws:principalorgid': (PrincipalOrgID) => ({ PrincipalOrgID }),
  'stringequals lambda:eventsourcetoken': (EventSourceToken) => ({ EventSourceToken }),
  'stringequals lambda:functionurlauthtype': (type) => ({
    FunctionUrlAuthType: type === 'NONE' ? 'NONE' : 'AWS_IAM',
  }),
  'bool lambda:invokedviafunctionurl': (via) => ({ InvokedViaFunctionUrl: via === 'true' }),
};

/** The call that would write the statement; `null` where none can write it to the letter. */
export function asPermission(
  { Sid, Effect, Principal, Action, Resource, Condition, ...more }: Statement,
  functionArn: string,
): Omit<AddPermissionCommandInput, 'FunctionName'> | null {
  const principal = principalOf(Principal);
  if (Sid === undefined || Effect !== 'Allow' || typeof Action !== 'string' || principal === null)
    return null;
  if (Resource !== functionArn || Object.keys(more).length > 0) return null;
  let input: Omit<AddPermissionCommandInput, 'FunctionName'> = {
    StatementId: Sid,
    Action,
    Principal: principal,
  };
  for (const [operator, keys] of Object.entries(Condition ?? {}))
    for (const [key, value] of Object.entries(keys as object)) {
      const told = conditions[`${operator} ${key}`.toLowerCase()];
      if (told === undefined || typeof value !== 'string') return null;
      input = { ...input, ...told(value) };
    }
  return input;
}

function principalOf(principal: unknown): string | null {
  if (typeof principal === 'string') return principal;
  const [[kind, who] = [], ...others] = Object.entries(principal ?? {});
  if (others.length > 0 || typeof who !== 'string') return null;
  return kind === 'Service' || kind === 'AWS' ? who : null;
}
