import check from '../../../../checks/aws/apigateway/api-authorizer.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'all ask', facts: { isPrivate: false, openMethods: [], policyKeepsOut: false } },
    {
      name: 'the policy keeps strangers out',
      facts: { isPrivate: false, openMethods: ['GET /'], policyKeepsOut: true },
    },
    {
      name: 'meant for everybody',
      facts: { isPrivate: false, openMethods: ['GET /health'], policyKeepsOut: false },
      settings: { approvedMethods: ['GET /health'] },
    },
  ],
  fail: [
    {
      name: 'one',
      facts: { isPrivate: false, openMethods: ['GET /records'], policyKeepsOut: false },
      because: /by GET \/records$/,
    },
    {
      name: 'many',
      facts: {
        isPrivate: false,
        openMethods: ['A /', 'B /', 'C /', 'D /', 'E /', 'F /'],
        policyKeepsOut: false,
      },
      because: /E \/ and 1 more$/,
    },
  ],
  notApplicable: [
    { name: 'private', facts: { isPrivate: true, openMethods: ['GET /'], policyKeepsOut: false } },
  ],
});
