import check from '../../../../checks/aws/redshift/maintenance-settings.ts';
import { testCheck } from '../../../kit/test-check.ts';

const maintenanceWindow = 'mon:03:00-mon:03:30';

testCheck(check, {
  pass: [
    { name: 'takes upgrades', facts: { allowVersionUpgrade: true, maintenanceWindow } },
    {
      name: 'in the agreed window',
      facts: { allowVersionUpgrade: true, maintenanceWindow },
      settings: { agreedWindow: 'Mon:03:00-Mon:03:30' },
    },
  ],
  fail: [
    {
      name: 'takes none',
      facts: { allowVersionUpgrade: false, maintenanceWindow },
      because: /allowVersionUpgrade is off/,
    },
    {
      name: 'in another window',
      facts: { allowVersionUpgrade: true, maintenanceWindow },
      settings: { agreedWindow: 'sun:01:00-sun:02:00' },
      because: /sun:01:00-sun:02:00 was agreed/,
    },
    {
      name: 'in a window that is not told',
      facts: { allowVersionUpgrade: true, maintenanceWindow: null },
      settings: { agreedWindow: 'sun:01:00-sun:02:00' },
      because: /not told/,
    },
  ],
});
