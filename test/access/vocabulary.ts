import { type Json, ORG, OTHER } from './kit.ts';

/** A generator of numbers that is the same in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Roll = () => number;
const pick = <T>(roll: Roll, from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;
const some = <T>(roll: Roll, from: readonly T[], most: number): readonly T[] =>
  Array.from({ length: 1 + Math.floor(roll() * most) }, () => pick(roll, from));

const TEXT = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'];
const TEXTS = [
  ...TEXT,
  ...TEXT.map((operator) => `${operator}IfExists`),
  ...TEXT.map((operator) => `ForAllValues:${operator}`),
  ...TEXT.map((operator) => `ForAnyValue:${operator}`),
];
const KEYS: readonly (readonly [key: string, operators: readonly string[], values: readonly string[]])[] = [
  ['aws:SecureTransport', ['Bool', 'BoolIfExists'], ['true', 'false']],
  ['aws:Referer', TEXTS, ['x', 'y', 'https://*', '*/x', '*']],
  ['aws:SourceVpce', TEXTS, ['vpce-1a2b', 'vpce-*', '*', 'vpce-3c4d']],
  ['aws:PrincipalOrgID', TEXTS, [ORG, 'o-*', '*']],
  ['aws:PrincipalTag/t', TEXTS, ['x', 'y*', '*']],
  ['aws:username', TEXTS, ['bob', 'e*', '*']],
  [
    'aws:SourceIp',
    ['IpAddress', 'NotIpAddress', 'IpAddressIfExists', 'NotIpAddressIfExists'],
    ['203.0.113.0/24', '10.0.0.0/8', '64.0.0.0/2', '64.0.0.0/3', '0.0.0.0/1', '0.0.0.0/0'],
  ],
];

function condition(roll: Roll): Json {
  const made: Record<string, Record<string, readonly string[]>> = {};
  for (let count = Math.floor(roll() * 3); count > 0; count -= 1) {
    const [key, operators, values] = pick(roll, KEYS);
    const operator = roll() < 0.15 ? 'Null' : pick(roll, operators);
    made[operator] = {
      ...made[operator],
      [key]: operator === 'Null' ? [pick(roll, ['true', 'false'])] : some(roll, values, 2),
    };
  }
  return made;
}

const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:ListBucket',
  's3:Get*',
  's3:Put*',
  's3:*Object',
  's3:*',
  '*',
];
const B = 'arn:aws:s3:::records';
const RESOURCES = [
  B,
  `${B}/*`,
  `${B}*`,
  '*',
  `${B}/public/*`,
  `${B}/private/*`,
  `${B}/*.png`,
  'arn:aws:s3:::other/*',
];

export function statement(roll: Roll, effect: 'Allow' | 'Deny'): Json {
  const everyone = roll() < 0.85;
  const not = (name: string, odds: number) => (roll() < odds ? `Not${name}` : name);
  return {
    Effect: effect,
    [not('Principal', 0.15)]: everyone
      ? pick<unknown>(roll, ['*', { AWS: '*' }, { AWS: [OTHER, '*'] }])
      : { AWS: OTHER },
    [not('Action', 0.15)]: some(roll, ACTIONS, 2),
    [not('Resource', 0.15)]: some(roll, RESOURCES, 2),
    Condition: condition(roll),
  };
}

export const statements = (roll: Roll): readonly Json[] =>
  Array.from({ length: 1 + Math.floor(roll() * 4) }, () => statement(roll, roll() < 0.5 ? 'Allow' : 'Deny'));
