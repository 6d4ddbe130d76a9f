import remedy from '../../../../remedies/aws/rds/backup-plan-tag.ts';
import { backupTagTable } from '../../../kit/sample-backup-tags.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const table = backupTagTable({
  facts: { memberOf: null, replicaOf: null },
  considered: { engine: 'postgres', multiAz: true },
  verdict: 'unknown',
});
const [first] = table.consequences;

testRemedy(remedy, {
  ...table,
  consequences: [
    ...table.consequences,
    { ...first, name: 'two zones', says: [['unknown', /continuous/]], saysNot: [/stand still/] },
    ...['sqlserver-se', 'custom-sqlserver-ee', 'db2-ae'].map((engine) => ({
      ...first,
      name: `two zones, and the engine ${engine}`,
      facts: { engine, multiAz: true },
      says: [['unknown', /stand still .* second server/]] as const,
      saysNot: [],
    })),
    {
      ...first,
      name: 'one zone',
      facts: { engine: 'sqlserver-se', multiAz: false },
      says: [['unknown', /one zone may stand still/]],
      saysNot: [/second server/],
    },
    { ...first, name: 'zones unknown', facts: {}, says: [['unknown', /cannot be told/]], saysNot: [] },
  ],
});
