import remedy from '../../../../remedies/aws/redshift/version-upgrade.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

testRemedy(remedy, {
  cures: [{ name: 'off', current: false, after: true, facts: { maintenanceWindow: 'mon:03:00-mon:03:30' } }],
  cannot: [{ name: 'on', current: true, because: /maintenance window/ }],
  consequences: [{ name: 'it rests at times', current: false, verdict: 'breaks' }],
});
