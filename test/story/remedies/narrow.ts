import { testAccountId } from '../../kit/aws/environment.ts';
import type { Call } from '../../kit/aws/proxy.ts';
import { iamActionOf } from '../../kit/aws/wire.ts';

export interface Statement {
  readonly Action: readonly string[] | string;
  readonly Resource: readonly string[] | string;
}

const listed = (value: readonly string[] | string): readonly string[] =>
  typeof value === 'string' ? [value] : value;

/** The policy that a session was narrowed with, as the AssumeRole call carries it. */
export function sessionPolicy({ key }: Call): readonly Statement[] {
  const text = /(?:[ &])Policy=(\{.*\})(?=&[A-Z]\w*=|$)/.exec(key)?.[1];
  if (text === undefined) throw new Error('the session was not narrowed');
  return JSON.parse(text).Statement;
}

const told = (key: string, name: string) =>
  new RegExp(`"${name}":"([^"]*)"`).exec(key)?.[1] ?? new RegExp(`[ &]${name}=([^& ]*)`).exec(key)?.[1];

/** What IAM asks about, from AWS's Service Authorization Reference; `*` where it knows nothing narrower. */
function resourceOf({ service, operation, key, bucket }: Call): string {
  switch (service) {
    case 's3':
      return `arn:aws:s3:::${bucket}`;
    case 'kms': {
      const id = told(key, 'KeyId') ?? '';
      return id.startsWith('arn:') ? id : `arn:aws:kms:us-east-1:${testAccountId}:key/${id}`;
    }
    case 'cloudtrail':
      return told(key, 'TrailName') ?? told(key, 'Name') ?? '';
    case 'iam': {
      const user = told(key, 'UserName');
      return user === undefined ? '*' : `arn:aws:iam::${testAccountId}:user/${user}`;
    }
    default:
      if (operation.endsWith('PublicAccessBlock')) return '*';
      throw new Error(`which resource is ${service}:${operation} about?`);
  }
}

const matches = (pattern: string, arn: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replace(/[^\w:/-]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(arn);
};

/** Calls that the policy would have refused. */
export const refusedBy = (policy: readonly Statement[], calls: readonly Call[]): readonly string[] =>
  calls
    .filter(
      (call) =>
        !policy.some(
          ({ Action, Resource }) =>
            listed(Action).includes(iamActionOf(call.service, call.operation)) &&
            listed(Resource).some((pattern) => matches(pattern, resourceOf(call))),
        ),
    )
    .map((call) => `${iamActionOf(call.service, call.operation)} on ${resourceOf(call)}`);
