import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/backup/region-vault',
  title: 'Region that holds data has a backup vault',
  severity: 'medium',
  controls: ['164.308(a)(7)(ii)(A)'],
  kind: 'aws.region',
  facts: ['backupVaults', 'backupTaggedStores'],
  control: 'backup-vault-exists-encrypted',
  evaluate: ({ backupVaults, backupTaggedStores }) => {
    if (backupVaults.count > 0) return pass;
    return backupTaggedStores > 0
      ? fail(`there is no backup vault, and ${backupTaggedStores} tagged resources that could be backed up`)
      : notApplicable('nothing here that could be backed up bears a tag');
  },
});
