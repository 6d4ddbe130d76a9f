import remedy from '../../../../remedies/aws/emr/block-public-access.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const ssh = { from: 22, to: 22 };
const facts = { emrClusters: 1 };

testRemedy(remedy, {
  cures: [
    { name: 'off', current: { on: false, permitted: [ssh] }, after: { on: true, permitted: [ssh] }, facts },
    {
      name: 'on, with too much left out',
      current: { on: true, permitted: [ssh, { from: 8088, to: 8088 }, { from: 0, to: 65535 }] },
      after: { on: true, permitted: [ssh] },
      facts,
    },
    {
      name: 'a range that begins at the allowed port',
      current: { on: true, permitted: [{ from: 22, to: 23 }] },
      after: { on: true, permitted: [] },
      facts,
    },
  ],
  consequences: [
    {
      name: 'what is started later is not known',
      current: { on: false, permitted: [] },
      verdict: 'unknown',
      says: [['safe', /stay as they are/]],
    },
  ],
  merges: true,
});
