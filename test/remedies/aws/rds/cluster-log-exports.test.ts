import remedy from '../../../../remedies/aws/rds/cluster-log-exports.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const none = (engine: string) => ({ engine, types: [] });

testRemedy(remedy, {
  cures: [
    {
      name: 'Aurora MySQL',
      current: none('aurora-mysql'),
      after: { engine: 'aurora-mysql', types: ['audit', 'error'] },
      facts: { logExports: [] },
    },
    {
      name: 'Aurora PostgreSQL',
      current: none('aurora-postgresql'),
      after: { engine: 'aurora-postgresql', types: ['postgresql'] },
      facts: { logExports: [] },
    },
    {
      name: 'a Multi-AZ cluster of MySQL',
      current: none('mysql'),
      after: { engine: 'mysql', types: ['error'] },
      facts: { logExports: [] },
    },
  ],
  cannot: [{ name: 'an engine that is not known', current: none('other'), because: /other/ }],
  consequences: [
    {
      name: 'what goes is named, and what is in it is not known',
      current: none('aurora-mysql'),
      verdict: 'unknown',
      says: [
        ['safe', /audit, error goes/],
        ['unknown', /parts of statements/],
      ],
    },
  ],
});
