import { defineCheck, fail, notApplicable, pass } from '#src/check';

const by = { customer: 'a customer key', AWS: 'a key of AWS', none: 'no KMS key' } as const;

export default defineCheck({
  id: 'aws/connect/recordings-kms',
  title: 'Recordings and transcripts of conversations are under a customer key',
  severity: 'high',
  controls: ['164.312(a)(2)(iv)'],
  kind: 'aws.connect.instance',
  facts: ['stores'],
  evaluate: ({ stores }) => {
    if (stores.length === 0) return notApplicable('it keeps neither recordings nor transcripts');
    const open = stores.filter(({ key }) => key !== 'customer');
    if (open.length === 0) return pass;
    return fail(open.map(({ holds, where, key }) => `${holds} (${where}): ${by[key]}`).join('; '));
  },
});
