import { defineCheck, fail, pass } from '#src/check';

export default defineCheck({
  id: 'aws/redshift/maintenance-settings',
  title: 'Warehouse takes version upgrades in its agreed window',
  severity: 'low',
  controls: ['164.308(a)(7)(ii)(A)'],
  kind: 'aws.redshift.cluster',
  facts: ['allowVersionUpgrade', 'maintenanceWindow'],
  settings: { agreedWindow: '' },
  evaluate: ({ allowVersionUpgrade, maintenanceWindow }, { settings: { agreedWindow } }) => {
    if (!allowVersionUpgrade) return fail('allowVersionUpgrade is off');
    const wanted = agreedWindow.toLowerCase();
    return wanted === '' || wanted === maintenanceWindow
      ? pass
      : fail(`the maintenance window is ${maintenanceWindow ?? 'not told'}, and ${wanted} was agreed on`);
  },
});
