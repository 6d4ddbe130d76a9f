import check from '../../../../checks/aws/artifact/baa-active.ts';
import { testCheck } from '../../../kit/test-check.ts';

const baa = {
  name: 'AWS Business Associate Addendum',
  state: 'ACTIVE' as const,
  from: '2024-01-01T00:00:00.000Z',
  until: null,
  organization: null,
};

testCheck(check, {
  pass: [
    { name: 'of the account', facts: { businessAssociateAgreements: [baa] } },
    {
      name: 'of the organization',
      facts: { businessAssociateAgreements: [{ ...baa, organization: 'arn:o' }] },
    },
    {
      name: 'an older one was ended',
      facts: { businessAssociateAgreements: [{ ...baa, state: 'CUSTOMER_TERMINATED' }, baa] },
    },
    {
      name: 'ends in a moment',
      facts: { businessAssociateAgreements: [{ ...baa, until: '2026-11-20T12:00:00.001Z' }] },
    },
    {
      name: 'begins now',
      facts: { businessAssociateAgreements: [{ ...baa, from: '2026-11-20T12:00:00.000Z' }] },
    },
  ],
  fail: [
    { name: 'none', facts: { businessAssociateAgreements: [] }, because: /lists no business associate/ },
    {
      name: 'ended by the customer',
      facts: { businessAssociateAgreements: [{ ...baa, state: 'CUSTOMER_TERMINATED' }] },
      because: /by the customer/,
    },
    {
      name: 'ended by AWS',
      facts: { businessAssociateAgreements: [{ ...baa, state: 'AWS_TERMINATED' }] },
      because: /by AWS/,
    },
    {
      name: 'ends now',
      facts: { businessAssociateAgreements: [{ ...baa, until: '2026-11-20T12:00:00.000Z' }] },
      because: /ended on 2026-11-20/,
    },
    {
      name: 'begins in a moment',
      facts: { businessAssociateAgreements: [{ ...baa, from: '2026-11-20T12:00:00.001Z' }] },
      because: /not hold before 2026-11-20/,
    },
  ],
});
