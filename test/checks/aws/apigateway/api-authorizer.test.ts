import check from '../../../../checks/aws/apigateway/api-authorizer.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'all ask', facts: { isPrivate: false, openMethods: [], policyKeepsOut: false } },
    { name: 'all of a private one ask', facts: { isPrivate: true, openMethods: [], policyKeepsOut: false } },
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
    {
      name: 'private, for the networks of every account',
      facts: { isPrivate: true, openMethods: ['GET /'], policyKeepsOut: false },
      because:
        /^the private API lets in every VPC of every AWS account, and no authorization is asked for by GET \/$/,
    },
  ],
  notApplicable: [
    {
      name: 'private, for certain networks',
      facts: { isPrivate: true, openMethods: ['GET /'], policyKeepsOut: true },
    },
  ],
});
