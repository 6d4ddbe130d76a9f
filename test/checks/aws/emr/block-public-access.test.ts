import check from '../../../../checks/aws/emr/block-public-access.ts';
import { testCheck } from '../../../kit/test-check.ts';

const ssh = { from: 22, to: 22 };
const emrClusters = 1;

testCheck(check, {
  pass: [
    {
      name: 'on, without exceptions',
      facts: { emrPublicAccessBlock: { on: true, permitted: [] }, emrClusters },
    },
    {
      name: "on, with AWS's exception",
      facts: { emrPublicAccessBlock: { on: true, permitted: [ssh] }, emrClusters },
    },
    {
      name: 'a port that is allowed',
      facts: { emrPublicAccessBlock: { on: true, permitted: [{ from: 443, to: 443 }] }, emrClusters },
      settings: { permittedPorts: ['443'] },
    },
  ],
  fail: [
    {
      name: 'off',
      facts: { emrPublicAccessBlock: { on: false, permitted: [ssh] }, emrClusters },
      because: /off/,
    },
    {
      name: 'another port',
      facts: { emrPublicAccessBlock: { on: true, permitted: [ssh, { from: 8088, to: 8088 }] }, emrClusters },
      because: /ports 8088$/,
    },
    {
      name: 'a range that begins at the allowed port',
      facts: { emrPublicAccessBlock: { on: true, permitted: [{ from: 22, to: 23 }] }, emrClusters },
      because: /22 to 23/,
    },
  ],
  notApplicable: [
    {
      name: 'EMR is not in use',
      facts: { emrPublicAccessBlock: { on: false, permitted: [] }, emrClusters: 0 },
    },
  ],
});
