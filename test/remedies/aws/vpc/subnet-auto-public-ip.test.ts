import remedy from '../../../../remedies/aws/vpc/subnet-auto-public-ip.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'on', current: true, after: false, facts: { sharedBy: null } }],
  consequences: [
    { name: 'hosts of tomorrow', current: true, verdict: 'unknown', says: [['unknown', /tomorrow/]] },
  ],
});
