import remedy from '../../../../remedies/aws/opensearch/logs.ts';
import { ownAccount, testRemedy } from '../../../kit/test-remedy.ts';

const group = (name: string) => `arn:aws:logs:us-east-1:${ownAccount}:log-group:${name}`;
const settings = {
  errorLogGroup: 'arn:aws:logs:{region}:{account}:log-group:{domain}-error',
  auditLogGroup: 'arn:aws:logs:{region}:{account}:log-group:{domain}-audit',
};
const at = { subject: { id: 'arn:aws:es:us-east-1:1:domain/search', name: 'search', region: 'us-east-1' } };
const both = { ES_APPLICATION_LOGS: group('search-error'), AUDIT_LOGS: group('search-audit') };

testRemedy(remedy, {
  cures: [
    { name: 'none', current: {}, at, settings, after: both, facts: { fineGrainedAccess: true } },
    {
      name: 'one of them, and another',
      current: { AUDIT_LOGS: group('own'), INDEX_SLOW_LOGS: group('slow') },
      at,
      settings,
      after: {
        AUDIT_LOGS: group('own'),
        INDEX_SLOW_LOGS: group('slow'),
        ES_APPLICATION_LOGS: group('search-error'),
      },
      facts: { fineGrainedAccess: true },
    },
  ],
  cannot: [{ name: 'no groups are configured', current: {}, because: /no log groups/ }],
  consequences: [
    {
      name: 'the right to write is not known',
      current: {},
      at,
      settings,
      facts: { fineGrainedAccess: true },
      verdict: 'unknown',
      says: [['unknown', /resource policy/]],
      saysNot: [/fine-grained/],
    },
    {
      name: 'without fine-grained access control',
      current: {},
      at,
      settings,
      facts: { fineGrainedAccess: false },
      verdict: 'unknown',
      says: [['unknown', /fine-grained access control is off, .* refuses/]],
    },
  ],
});
