import remedy from '../../../../remedies/aws/rds/backup-plan-tag.ts';
import { backupTagTable } from '../../../kit/sample-backup-tags.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const table = backupTagTable({
  facts: { memberOf: null, replicaOf: null },
  considered: { multiAz: true },
  verdict: 'unknown',
});
const [first] = table.consequences;

testRemedy(remedy, {
  ...table,
  consequences: [
    ...table.consequences,
    { ...first, name: 'two zones', says: [['unknown', /continuous/]], saysNot: [/stand still/] },
    {
      ...first,
      name: 'one zone',
      facts: { multiAz: false },
      says: [['unknown', /stand still/]],
      saysNot: [],
    },
    { ...first, name: 'zones unknown', facts: {}, says: [['unknown', /cannot be told/]], saysNot: [] },
  ],
});
