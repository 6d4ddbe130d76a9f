import { defineCheck, fail, notApplicable, pass } from '#src/check';

export default defineCheck({
  id: 'aws/ssm/patch-compliance',
  title: 'The server has the patches that its baseline requires',
  severity: 'high',
  controls: ['164.308(a)(5)(ii)(B)'],
  kind: 'aws.ssm.managedInstance',
  facts: ['patches'],
  evaluate: ({ patches }) => {
    if (patches === null) return notApplicable('Patch Manager has reported nothing about it');
    if (patches.compliant) return pass;
    return fail(
      patches.wanting === 0
        ? 'Patch Manager reports it as not compliant'
        : `${patches.wanting} required ${patches.wanting === 1 ? 'patch is' : 'patches are'} missing or failed`,
    );
  },
});
