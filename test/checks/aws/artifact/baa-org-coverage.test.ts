import check from '../../../../checks/aws/artifact/baa-org-coverage.ts';
import { testCheck } from '../../../kit/test-check.ts';

const baa = {
  name: 'AWS Business Associate Addendum',
  state: 'ACTIVE' as const,
  from: '2024-01-01T00:00:00.000Z',
  until: null,
  organization: null,
};
const organization = { arn: 'arn:o', managementAccount: '111111111111' };

testCheck(check, {
  pass: [
    {
      name: 'of the whole',
      facts: {
        businessAssociateAgreements: [{ ...baa, organization: 'arn:o' }],
        organization,
        otherMembers: ['222222222222'],
      },
    },
    {
      name: 'a member with its own',
      facts: { businessAssociateAgreements: [baa], organization, otherMembers: null },
    },
    {
      name: 'an organization of one account',
      facts: { businessAssociateAgreements: [baa], organization, otherMembers: [] },
    },
  ],
  fail: [
    {
      name: 'the management account alone',
      facts: { businessAssociateAgreements: [baa], organization, otherMembers: ['222222222222'] },
      because: /, and 1 other account belongs to it$/,
    },
    {
      name: 'of another organization',
      facts: {
        businessAssociateAgreements: [{ ...baa, organization: 'arn:other' }],
        organization,
        otherMembers: null,
      },
      because: /covers the account/,
    },
    {
      name: 'ended',
      facts: {
        businessAssociateAgreements: [{ ...baa, organization: 'arn:o', state: 'AWS_TERMINATED' }],
        organization,
        otherMembers: null,
      },
      because: /covers the account/,
    },
    {
      name: 'over',
      facts: {
        businessAssociateAgreements: [{ ...baa, until: '2026-11-20T12:00:00.000Z' }],
        organization,
        otherMembers: [],
      },
      because: /covers the account/,
    },
  ],
  notApplicable: [
    {
      name: 'alone',
      facts: { businessAssociateAgreements: [], organization: null, otherMembers: [] },
      because: /no organization/,
    },
  ],
});
