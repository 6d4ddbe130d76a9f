import { expect, test } from 'vitest';
import remedy from '../../../../remedies/aws/inspector/enable.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [
    { name: 'off', current: [], after: ['ec2', 'ecr', 'lambda'] },
    { name: 'servers alone are asked for', current: [], settings: { scans: ['ec2'] }, after: ['ec2'] },
  ],
  consequences: [{ name: 'what it costs is not known', current: [], verdict: 'unknown' }],
});

test('what is scanned goes on being scanned', () => {
  const at = { settings: { scans: ['ec2'] } } as never;
  expect(remedy.desired(['lambdaCode'], at)).toEqual({ to: ['ec2', 'lambdaCode'] });
});
