import remedy from '../../../../remedies/aws/rds/log-exports.ts';
import { testRemedy } from '../../../kit/test-remedy.ts';

const none = (engine: string) => ({ engine, types: [] });
const facts = (engine: string) => ({ engine, memberOf: null, logExports: [] });

testRemedy(remedy, {
  cures: [
    ['postgres', 'postgresql'],
    ['mysql', 'error', 'slowquery'],
    ['mariadb', 'audit', 'error'],
    ['oracle-ee', 'alert', 'audit', 'listener'],
    ['sqlserver-se', 'error'],
    ['db2-se', 'diag.log'],
  ].map(([engine = '', ...types]) => ({
    name: engine,
    current: none(engine),
    after: { engine, types },
    facts: facts(engine),
  })) as never,
  cannot: [{ name: 'an engine that is not known', current: none('other'), because: /other/ }],
  consequences: [
    {
      name: 'what goes is named, and what is in it is not known',
      current: none('mysql'),
      verdict: 'unknown',
      says: [
        ['safe', /error, slowquery goes/],
        ['unknown', /parts of statements/],
      ],
    },
  ],
});
