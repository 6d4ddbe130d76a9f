import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/rds/cluster-multi-az',
  title: 'Database cluster runs in several zones',
  severity: 'medium',
  controls: ['164.308(a)(7)(i)', '164.308(a)(7)(ii)(C)'],
  kind: 'aws.rds.cluster',
  facts: ['serverless', 'members', 'multiAz'],
  evaluate: ({ serverless, members, multiAz }) => {
    if (multiAz) return pass;
    if (serverless) return notApplicable('Aurora starts a serverless cluster in another zone by itself');
    if (members === 0) return notApplicable('no server runs it now');
    return fail(members === 1 ? 'one server runs it' : `its ${members} servers run in one zone`);
  },
});
