import { expect, test } from 'vitest';
import { holders } from '../../src/chat/authorise.ts';

test.each([
  [[], 'Nobody has it yet: it is granted in the configuration, under slack.roles or teams.roles.'],
  [['Ann'], 'Ann has it.'],
  [['A', 'B', 'C', 'D', 'E'], 'A, B, C, D and E have it.'],
  [['A', 'B', 'C', 'D', 'E', 'F'], 'A, B, C, D and 2 others have it.'],
])('%j: %s', (names, says) => {
  expect(holders('officer', { holding: () => names })).toBe(says);
});
