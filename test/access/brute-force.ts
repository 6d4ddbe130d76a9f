import type { Json } from './kit.ts';

/**
 * A second judge, written without the first one's ideas: it walks through every request of a small world, one by one, and asks
 * IAM's question of each. Slow, plain, and only for policies in the vocabulary of `vocabulary.ts`.
 */
interface Request {
  readonly action: string;
  readonly resource: string;
  readonly signed: boolean;
  readonly context: Readonly<Record<string, string | undefined>>;
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value]).map(String);
const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
  ).test(text);

const dotted = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
function inCidr(ip: string, cidr: string): boolean {
  if (ip.includes(':')) return false;
  const [base = '', bits = '32'] = cidr.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(dotted(ip) / size) === Math.floor(dotted(base) / size);
}

const COMPARE: Readonly<Record<string, (given: string, wanted: string) => boolean>> = {
  StringEquals: (given, wanted) => given === wanted,
  StringLike: (given, wanted) => like(wanted, given),
  Bool: (given, wanted) => given === wanted,
  IpAddress: inCidr,
};

function holds(operator: string, given: string | undefined, wanted: readonly string[]): boolean {
  if (operator === 'Null') return wanted.includes(given === undefined ? 'true' : 'false');
  if (given === undefined && operator.startsWith('ForAllValues:')) return true;
  if (given === undefined && operator.startsWith('ForAnyValue:')) return false;
  if (given === undefined && operator.endsWith('IfExists')) return true;
  const bare = operator.replace(/^For(All|Any)Values?:/, '').replace(/IfExists$/, '');
  const positive = bare.replace('Not', '');
  const same = given !== undefined && wanted.some((value) => COMPARE[positive]?.(given, value));
  return positive === bare ? same : !same;
}

function applies(statement: Json, { action, resource, signed, context }: Request): boolean {
  const names = (clause: unknown): boolean =>
    clause === '*' || list((clause as Json)['AWS']).some((who) => who === '*' && (signed || !signed));
  const principal =
    statement['Principal'] !== undefined ? names(statement['Principal']) : !names(statement['NotPrincipal']);
  const actions = list(statement['Action'] ?? statement['NotAction']).some((pattern) =>
    like(pattern, action),
  );
  const resources = list(statement['Resource'] ?? statement['NotResource']).some((pattern) =>
    like(pattern, resource),
  );
  const conditions = Object.entries((statement['Condition'] ?? {}) as Json).every(([operator, keys]) =>
    Object.entries(keys as Json).every(([key, wanted]) => holds(operator, context[key], list(wanted))),
  );
  return (
    principal &&
    actions === (statement['Action'] !== undefined) &&
    resources === (statement['Resource'] !== undefined) &&
    conditions
  );
}

function* product(
  choices: Readonly<Record<string, readonly (string | undefined)[]>>,
): Generator<Record<string, string | undefined>> {
  const [[key, values], ...rest] = Object.entries(choices) as [[string, readonly (string | undefined)[]]];
  for (const value of values) {
    if (rest.length === 0) yield { [key]: value };
    else for (const more of product(Object.fromEntries(rest))) yield { [key]: value, ...more };
  }
}

const FREE = {
  'aws:SecureTransport': ['true', 'false'],
  'aws:Referer': [
    undefined,
    '',
    'x',
    'y',
    'https://a',
    'https://x',
    'https://a/x',
    'zz',
    '*',
    'https://*',
    '*/x',
  ],
};
const NETWORKS = [
  ...['8.8.8.8', '70.0.0.1', '100.0.0.1', '200.0.0.1', '2600::1'].map((ip) => ({
    'aws:SourceIp': [ip],
    'aws:SourceVpce': [undefined],
  })),
  { 'aws:SourceIp': [undefined], 'aws:SourceVpce': ['vpce-zzzz'] },
];
const UNSIGNED = {
  'aws:PrincipalOrgID': [undefined],
  'aws:PrincipalTag/t': [undefined],
  'aws:username': [undefined],
};
const SIGNED = {
  'aws:PrincipalOrgID': [undefined, 'o-zzzzzzzzzz'],
  'aws:PrincipalTag/t': [undefined, 'x', 'yy', 'other', '*', 'y*'],
  'aws:username': [undefined, 'bob', 'eve', 'zz', '*', 'e*'],
};

type World = readonly (readonly [boolean, Readonly<Record<string, string | undefined>>])[];
type Choices = Readonly<Record<string, readonly (string | undefined)[]>>;

/** Every request there can be, but for keys that the policy does not mention: those would only repeat it. */
function worldOf(statements: readonly Json[]): World {
  const text = JSON.stringify(statements);
  const few = (choices: Choices): Choices =>
    Object.fromEntries(Object.entries(choices).filter(([key]) => text.includes(key)));
  return NETWORKS.flatMap((network) => [
    ...[...product({ ...few(FREE), ...network, ...UNSIGNED })].map((context) => [false, context] as const),
    ...[...product({ ...few(FREE), ...network, ...few(SIGNED) })].map((context) => [true, context] as const),
  ]);
}

const OBJECTS = ['zz', 'public/zz', 'public/a.png', 'private/zz', 'private/a.png', 'zz.png'].map(
  (key) => `arn:aws:s3:::records/${key}`,
);
const ACTIONS: Readonly<Record<'read' | 'write', readonly (readonly [string, readonly string[]])[]>> = {
  read: [
    ['s3:GetObject', OBJECTS],
    ['s3:GetObjectAcl', OBJECTS],
    ['s3:ListMultipartUploadParts', OBJECTS],
    ['s3:ListBucket', ['arn:aws:s3:::records']],
    ['s3:GetBucketAcl', ['arn:aws:s3:::records']],
    ['s3:ListBucketVersions', ['arn:aws:s3:::records']],
  ],
  write: [
    ['s3:PutObject', OBJECTS],
    ['s3:DeleteObject', OBJECTS],
    ['s3:PutObjectAcl', OBJECTS],
    ['s3:DeleteObjectTagging', OBJECTS],
    ['s3:PutBucketAcl', ['arn:aws:s3:::records']],
    ['s3:DeleteBucket', ['arn:aws:s3:::records']],
    ['s3:PutBucketPolicy', ['arn:aws:s3:::records']],
  ],
};

export function bruteForce(statements: readonly Json[], level: 'read' | 'write'): boolean {
  const allows = statements.filter(({ Effect }) => Effect === 'Allow');
  const denies = statements.filter(({ Effect }) => Effect === 'Deny');
  const world = worldOf(statements);
  return ACTIONS[level].some(([action, resources]) =>
    resources.some((resource) =>
      world.some(([signed, context]) => {
        const request = { action, resource, signed, context };
        return allows.some((s) => applies(s, request)) && !denies.some((s) => applies(s, request));
      }),
    ),
  );
}
