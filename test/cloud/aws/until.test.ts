import { expect, test } from 'vitest';
import { until } from '../../../src/cloud/aws/until.ts';

const { signal } = new AbortController();

/** Answers one after the other, the last for good, and counts. */
function telling(...answers: readonly (boolean | Error)[]) {
  let asked = 0;
  const isSo = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked++;
    if (answer instanceof Error) throw answer;
    return answer === true;
  };
  return { isSo, asked: () => asked };
}

test.each([
  ['what is so at once is asked once', [true], 1],
  ['it is asked until it is so', [false, false, true], 3],
  ['what cannot be asked is left to whoever reads back', [false, new Error('denied')], 2],
  ['what never comes about is given up in the end', [false], 120],
] as const)('%s', async (_name, answers, times) => {
  const told = telling(...answers);
  await until(signal, told.isSo, 0);
  expect(told.asked()).toBe(times);
});

test('a run that ends is not taken for one that is through', async () => {
  const ending = new AbortController();
  const isSo = async () => {
    ending.abort(new Error('it ends'));
    throw new Error('cancelled');
  };
  await expect(until(ending.signal, isSo, 0)).rejects.toThrow('cancelled');
  await expect(until(ending.signal, async () => false, 0)).rejects.toThrow();
});
