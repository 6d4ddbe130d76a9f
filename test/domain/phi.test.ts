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
  [{ DataClassification: 'PHI - do not share' }, true],
  [{ DataClassification: 'PHI never public' }, true],
  [{ DataClassification: 'PHI, no sharing' }, true],
  [{ DataClassification: 'PHI, not de-identified' }, true],
  [{ DataClassification: 'Protected Health Information' }, true],
  [{ DataClassification: 'holds protected-health-information of patients' }, true],
  [{ 'data:classification': 'PHI' }, true],
  [{ DataClass: 'phi' }, true],
  [{ Sensitivity: 'PHI' }, true],
  [{ DataSensitivity: 'ePHI' }, true],
  [{ PHI: 'true - do not share' }, true],
  [{ PHI: 'in-scope' }, true],
  [{ ContainsPHI: 'true' }, true],
  [{ has_phi: 'Yes' }, true],
  [{ 'data:phi': 'contains' }, true],
  [{ ContainsPHI: 'false' }, false],
  [{ ContainsPHI: 'no' }, false],
  [{ NoPHI: 'true' }, false],
  [{ PHIFree: 'yes' }, false],
  [{ 'phi-owner': 'PHI team' }, false],
  [{ Philadelphia: 'yes' }, false],
  [{ PHI: 'not in-scope' }, false],
  [{ DataClassification: 'PHI: false' }, false],
  [{ DataClassification: 'PHI none' }, false],
  [{ DataClassification: 'without PHI' }, false],
  [{ DataClassification: 'does not contain PHI' }, false],
  [{ DataClassification: 'not Protected Health Information' }, false],
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
  [{ Environment: 'staging' }, false],
  [{ Environment: 'pre-prod' }, false],
  [{ Environment: 'devtest' }, false],
  [{ Tier: 'UAT' }, false],
  [{ EnvName: 'demo' }, false],
  [{ sdlc: 'integration' }, false],
  [{ Tier: 'web' }, true],
  [{ Environment: 'latest' }, true],
])('%o is production: %s', (tags, expected) => {
  expect(environmentOf(tags as Record<string, string>)?.production).toBe(expected);
});

test('tags that say nothing of data or environment', () => {
  expect(environmentOf({ Owner: 'dev', Env: '' })).toBeNull();
  expect(classificationOf({ Owner: 'PHI' })).toBeNull();
  expect(classificationOf({ ContainsPHI: 'no' })).toEqual({ key: 'ContainsPHI', value: 'no' });
  expect(classificationOf({ 'phi-owner': 'ann' })).toBeNull();
  expect(classificationOf({ PHI: 'false' })).toEqual({ key: 'PHI', value: 'false' });
});
