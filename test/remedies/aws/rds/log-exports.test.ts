import remedy from '../../../../remedies/aws/rds/log-exports.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const none = (engine: string) => ({ engine, types: [] });
const cure = (engine: string, ...types: readonly string[]) => ({
  name: engine,
  current: none(engine),
  after: { engine, types },
  facts: { engine, memberOf: null, logExports: [] },
});

testRemedy(remedy, {
  cures: [
    cure('postgres', 'postgresql'),
    cure('mysql', 'error'),
    cure('mariadb', 'audit', 'error'),
    cure('oracle-ee', 'alert', 'audit', 'listener'),
    cure('sqlserver-se', 'error'),
    cure('db2-se', 'diag.log'),
  ],
  cannot: [{ name: 'an engine that is not known', current: none('other'), because: /other/ }],
  consequences: [
    {
      name: 'what goes is named, and what is in it is not known',
      current: none('mysql'),
      verdict: 'unknown',
      says: [
        ['safe', /error goes/],
        ['unknown', /parts of statements/],
      ],
    },
  ],
});
