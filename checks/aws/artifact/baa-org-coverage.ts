import { defineCheck, fail, notApplicable, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/artifact/baa-org-coverage',
  title: "The organization's agreement with AWS covers its accounts",
  severity: 'high',
  controls: ['164.308(b)(1)', '164.314(a)(1)'],
  kind: 'aws.account',
  facts: ['businessAssociateAgreements', 'organization', 'otherMembers'],
  evaluate: ({ businessAssociateAgreements, organization, otherMembers }, { now }) => {
    if (organization === null) return notApplicable('the account is in no organization');
    const at = now.toISOString();
    const active = businessAssociateAgreements.filter(
      ({ state, from, until }) => state === 'ACTIVE' && (from ?? '') <= at && (until === null || until > at),
    );
    const whole = active.find((agreement) => agreement.organization === organization.arn);
    if (whole) return passBecause(`${whole.name} is of the whole organization`);
    const [own] = active.filter((agreement) => agreement.organization === null);
    if (otherMembers !== null && otherMembers.length > 0)
      return fail(
        `no agreement is of the whole organization, and ${otherMembers.length} other ${otherMembers.length === 1 ? 'account belongs' : 'accounts belong'} to it`,
      );
    if (own) return passBecause(`${own.name} is of this account alone`);
    return fail('no agreement of the organization covers the account');
  },
});
