import { dayOf, defineCheck, fail, passBecause } from '#src/check';

export default defineCheck({
  id: 'aws/artifact/baa-active',
  title: 'An active business associate agreement with AWS covers the account',
  severity: 'critical',
  controls: ['164.308(b)(1)', '164.308(b)(3)', '164.314(a)(1)', '164.504(e)'],
  kind: 'aws.account',
  facts: ['businessAssociateAgreements'],
  evaluate: ({ businessAssociateAgreements: agreements }, { now }) => {
    const at = now.toISOString();
    const [active] = agreements.filter(
      ({ state, from, until }) => state === 'ACTIVE' && (from ?? '') <= at && (until === null || until > at),
    );
    if (active)
      return passBecause(
        `${active.name}${active.organization === null ? '' : ', of the whole organization'}`,
      );
    const [past] = agreements;
    if (!past) return fail('Artifact lists no business associate agreement that holds for the account');
    if (past.state !== 'ACTIVE')
      return fail(`${past.name} was ended by ${past.state === 'AWS_TERMINATED' ? 'AWS' : 'the customer'}`);
    return past.until !== null && past.until <= at
      ? fail(`${past.name} ended on ${dayOf(past.until)}`)
      : fail(`${past.name} does not hold before ${dayOf(past.from ?? at)}`);
  },
});
