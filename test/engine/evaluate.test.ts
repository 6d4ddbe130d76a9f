import { expect, test } from 'vitest';
import { known, unknown } from '../../src/domain/collected.ts';
import { evaluate } from '../../src/engine/evaluate.ts';
import { smallCheck } from '../story/kit/small-cloud.ts';

const context = { now: new Date(0), settings: {}, tags: {}, account: '1', region: 'global' };
const check = smallCheck('aws/x/a', 'aws.x', ['one', 'two']);
const denied = unknown('denied', 'access was denied: x:GetTwo', 'x:GetTwo');

test.each([
  [{ one: known('good'), two: known('good') }, { status: 'pass' }],
  [
    { one: known('good'), two: known('bad') },
    { status: 'fail', because: 'two is bad' },
  ],
  [
    { one: known('good'), two: known('absent') },
    { status: 'notApplicable', because: 'two is absent' },
  ],
  [
    { one: known('good'), two: denied },
    { status: 'unknown', because: denied.message, missing: denied },
  ],
  // A fact that is not known is not guessed from one that is bad.
  [
    { one: known('bad'), two: denied },
    { status: 'unknown', because: denied.message, missing: denied },
  ],
])('%j', (facts, answer) => {
  expect(evaluate(check, facts, context)).toEqual(answer);
});

test('the check is shown what it declares and nothing else', () => {
  let shown: unknown;
  const curious = smallCheck('aws/x/a', 'aws.x', ['one'], {
    evaluate: (facts) => {
      shown = facts;
      return { status: 'pass' };
    },
  });
  evaluate(curious, { one: known(1), two: known(2) }, context);
  expect(shown).toEqual({ one: 1 });
});

test('a check that breaks is unknown, and its words stay in the program', () => {
  const broken = smallCheck('aws/x/a', 'aws.x', ['one'], {
    evaluate: () => {
      throw new TypeError('jane-doe.pdf is undefined');
    },
  });
  expect(evaluate(broken, { one: known(1) }, context)).toEqual({
    status: 'unknown',
    because: 'the check itself failed (TypeError)',
    missing: { known: false, reason: 'failed', message: 'the check itself failed (TypeError)' },
  });
});

test('a fact that was never asked is a mistake of the program', () => {
  expect(() => evaluate(check, { one: known(1) }, context)).toThrow('aws/x/a was asked without its fact two');
});
