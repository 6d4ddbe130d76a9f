import { dayOf, daysSince, defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/acm/certificate-expiring',
  title: 'Certificate in use is valid for some time yet',
  severity: 'high',
  controls: ['164.308(a)(4)(ii)(A)', '164.312(e)(1)'],
  kind: 'aws.acm.certificate',
  facts: ['validity'],
  settings: { minDays: 30 },
  evaluate: ({ validity: { status, until, used, imported } }, { now, settings: { minDays } }) => {
    if (until === null) return notApplicable(`the certificate was never issued (${status})`);
    if (!used) return notApplicable('nothing uses the certificate');
    const days = -daysSince(until, now);
    if (status === 'EXPIRED' || days <= 0) return fail(`the certificate expired on ${dayOf(until)}`);
    if (status === 'REVOKED') return fail('the certificate was revoked');
    if (days >= minDays) return pass;
    const who = imported ? 'it was imported, so ACM does not renew it' : 'ACM has not renewed it';
    return fail(`the certificate expires on ${dayOf(until)}, and ${who}`);
  },
});
