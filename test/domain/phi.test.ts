import { expect, test } from 'vitest';
import { classificationOf, environmentOf, isPhi } from '../../src/domain/phi.ts';

test.each([
  [{ DataClassification: 'PHI' }, true],
  [{ 'data classification': 'ephi' }, true],
  [{ 'Data-Classification': 'contains-PHI' }, true],
  [{ data_classification: 'PII/PHI' }, true],
  [{ HIPAA: 'true' }, true],
  [{ PHI: 'yes' }, true],
  [{ phi: '1' }, true],
  [{ PHI: '' }, true],
  [{ Classification: 'public', PHI: 'true' }, true],
  [{ DataClassification: 'non-phi' }, false],
  [{ DataClassification: 'nonPHI' }, false],
  [{ DataClassification: 'PHI-free' }, false],
  [{ DataClassification: 'No PHI' }, false],
  [{ DataClassification: 'de-identified PHI' }, false],
  [{ DataClassification: 'yes' }, false],
  [{ DataClassification: '' }, false],
  [{ PHI: 'false' }, false],
  [{ PHI: '0' }, false],
  [{ HIPAA: 'n/a' }, false],
  [{ Team: 'PHI' }, false],
  [{}, false],
])('%o is PHI: %s', (tags, expected) => {
  expect(isPhi(tags as Record<string, string>)).toBe(expected);
});

test('a rule of our own: its keys and its words', () => {
  const rule = { keys: ['Sensitivity', 'contains-phi'], values: ['Highly Confidential', 'PHI'] };
  expect(isPhi({ sensitivity: 'highly-confidential' }, rule)).toBe(true);
  expect(isPhi({ ContainsPHI: 'Yes' }, rule)).toBe(true);
  expect(isPhi({ sensitivity: 'confidential' }, rule)).toBe(false);
  expect(isPhi({ DataClassification: 'PHI' }, rule)).toBe(false);
});

test.each([
  [{ EnvironmentType: 'Dev' }, false],
  [{ environment: 'development' }, false],
  [{ env: 'qa2' }, false],
  [{ Stage: 'Non-Prod' }, false],
  [{ EnvironmentType: 'Prod' }, true],
  [{ Environment: 'staging' }, true],
  [{ Environment: 'latest' }, true],
])('%o is production: %s', (tags, expected) => {
  expect(environmentOf(tags as Record<string, string>)?.production).toBe(expected);
});

test('tags that say nothing of data or environment', () => {
  expect(environmentOf({ Owner: 'dev', Env: '' })).toBeNull();
  expect(classificationOf({ Owner: 'PHI' })).toBeNull();
  expect(classificationOf({ PHI: 'false' })).toEqual({ key: 'PHI', value: 'false' });
});
